package org.keypointstudio.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of the documents, or a part of one, that is made from the program. A test holds it: it
 * fails while the page differs, and writes the page anew when asked to.
 */
public final class GeneratedPage {
  /** Writes the pages instead of only comparing them. */
  public static final String COMMAND = "mvn test -Dtest='*PageTest' -Ddocuments.renew=true";

  private static final String BEGIN = "<!-- made by: " + COMMAND + " -->\n";
  private static final String END = "<!-- end of what is made -->\n";

  private final Path page;

  /** A page below the project's folder. */
  public GeneratedPage(String page) {
    this.page = Path.of(page);
  }

  /** Holds that the whole page below its title is this text. */
  public void holdsBelow(String title, String text) throws IOException {
    hold("# " + title + "\n\n" + BEGIN + "\n" + text.strip() + "\n");
  }

  /** Holds that the part of the page between its two marks is this text. */
  public void holdsPart(String text) throws IOException {
    String present = Files.readString(page);
    int begin = present.indexOf(BEGIN);
    int end = present.indexOf(END);
    assertThat(begin).as("the mark in %s: %s", page, BEGIN).isNotNegative();
    assertThat(end).as("the mark in %s: %s", page, END).isGreaterThan(begin);
    hold(
        present.substring(0, begin + BEGIN.length())
            + "\n"
            + text.strip()
            + "\n\n"
            + present.substring(end));
  }

  private void hold(String text) throws IOException {
    if (Boolean.getBoolean("documents.renew")) {
      Files.writeString(page, text);
    }
    assertThat(Files.exists(page) ? Files.readString(page) : "")
        .as("%s is out of date; renew it by: %s", page, COMMAND)
        .isEqualTo(text);
  }

  /** A text as a cell of a table. */
  public static String cell(String text) {
    return text.strip()
        .replaceAll("\\s*\n\\s*", "<br>")
        .replace("|", "\\|")
        .replaceAll("<(?!br>)", "&lt;");
  }
}
