package org.keypointstudio.project.audit;

import org.jspecify.annotations.Nullable;

/** An audit cannot be done. The message is one sentence for the person. */
public class AuditException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A problem that has no deeper cause. */
  public AuditException(String message) {
    super(message);
  }

  /** A problem that comes from another one. */
  public AuditException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
