package org.keypointstudio.dataset.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * The bytes of a CSV file while they are read.
 *
 * @param bytes unwrapped from their container
 * @param done how far reading has come, in the unit of {@code total}
 * @param total size of what is read, in bytes of the file or of its content
 * @param resource what to close
 */
public record CsvStream(InputStream bytes, LongSupplier done, long total, Closeable resource)
    implements Closeable {

  @Override
  public void close() throws IOException {
    resource.close();
  }
}
