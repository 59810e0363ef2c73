package org.keypointstudio.dataset.format.xml;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.csv.Excerpt;
import org.keypointstudio.dataset.format.AnnotationFile;
import org.keypointstudio.dataset.format.PixelCoordinate;
import org.keypointstudio.model.ImageSize;

/**
 * Reads an XML file element by element. Document types are not read and entities beyond XML's own
 * five are refused, so that a file can neither name other files nor grow when it is read.
 */
final class XmlInput implements AutoCloseable {
  private static final long LARGEST_FILE = 2_000_000_000L;
  private static final int DEEPEST = 64;

  private final String name;
  private final InputStream bytes;
  private final XMLStreamReader reader;
  private int depth;

  /** What comes next in a file. */
  enum Step {
    /** An element begins. */
    START,
    /** An element ends. */
    END,
    /** There is nothing more. */
    DONE
  }

  private XmlInput(String name, InputStream bytes, XMLStreamReader reader) {
    this.name = name;
    this.bytes = bytes;
    this.reader = reader;
  }

  /** Opens a file. */
  static XmlInput open(Path file) throws DataSetException {
    AnnotationFile.requireAtMost(file, LARGEST_FILE);
    String name = CsvSource.fileName(file);
    @Nullable InputStream bytes = null;
    try {
      bytes = new BufferedInputStream(Files.newInputStream(file));
      return new XmlInput(name, bytes, factory().createXMLStreamReader(bytes));
    } catch (IOException problem) {
      throw AnnotationFile.unreadable(file, problem);
    } catch (XMLStreamException problem) {
      closeQuietly(bytes, problem);
      throw malformed(name, problem);
    }
  }

  /**
   * Reads a text that a file holds as an element's content.
   *
   * @param name of the file, for messages
   */
  static XmlInput ofText(String name, String text) throws DataSetException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    InputStream in = new ByteArrayInputStream(bytes);
    try {
      return new XmlInput(name, in, factory().createXMLStreamReader(in, "UTF-8"));
    } catch (XMLStreamException problem) {
      throw malformed(name, problem);
    }
  }

  private static void closeQuietly(@Nullable InputStream bytes, Exception because) {
    if (bytes != null) {
      try {
        bytes.close();
      } catch (IOException problem) {
        because.addSuppressed(problem);
      }
    }
  }

  /** A reader of all events of a stream, as safe as this one. */
  static XMLEventReader events(InputStream bytes) throws XMLStreamException {
    return factory().createXMLEventReader(bytes);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("it refers to another file");
        });
    return factory;
  }

  /** Goes on to where the next element begins or ends. */
  Step next() throws DataSetException {
    try {
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (++depth > DEEPEST) {
              throw problem("elements are nested more than %d deep".formatted(DEEPEST));
            }
            return Step.START;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            return Step.END;
          }
          default -> {}
        }
      }
      return Step.DONE;
    } catch (XMLStreamException problem) {
      throw malformed(name, problem);
    }
  }

  /** The element that begins or ends here. */
  String element() {
    return reader.getLocalName();
  }

  /** The text of the element that begins here, which ends with it. */
  String text() throws DataSetException {
    try {
      String text = reader.getElementText().strip();
      depth--;
      return text;
    } catch (XMLStreamException problem) {
      throw malformed(name, problem);
    }
  }

  /** An attribute of the element that begins here. */
  Optional<String> attribute(String attribute) {
    return Optional.ofNullable(reader.getAttributeValue(null, attribute));
  }

  /** An attribute that must be there and not be empty. */
  String required(String attribute) throws DataSetException {
    Optional<String> value = attribute(attribute).filter(text -> !text.isBlank());
    if (value.isEmpty()) {
      throw problem("<%s> has no %s; add one".formatted(element(), attribute));
    }
    return value.get();
  }

  /** A number in pixels that must be there. */
  double number(String attribute) throws DataSetException {
    return coordinate(required(attribute), "%s of <%s>".formatted(attribute, element()));
  }

  /** The size that an image's attributes give, if they are there and an image can have it. */
  Optional<ImageSize> imageSize() throws DataSetException {
    if (attribute("width").isEmpty() || attribute("height").isEmpty()) {
      return Optional.empty();
    }
    double width = number("width");
    double height = number("height");
    return width >= 1 && height >= 1
        ? Optional.of(new ImageSize((int) width, (int) height))
        : Optional.empty();
  }

  /** The number that a text of this place gives. */
  double coordinate(String text, String what) throws DataSetException {
    OptionalDouble value = PixelCoordinate.parse(text);
    if (value.isEmpty()) {
      throw problem(
          "the %s is \"%s\"; expected a number of pixels up to %,.0f such as 38.5"
              .formatted(what, Excerpt.of(text), PixelCoordinate.FARTHEST));
    }
    return value.getAsDouble();
  }

  /** The sentence about something that is wrong here. */
  DataSetException problem(String what) {
    return new DataSetException(
        "%s, line %,d: %s.".formatted(name, reader.getLocation().getLineNumber(), what));
  }

  private static DataSetException malformed(String name, XMLStreamException problem) {
    long line = problem.getLocation() == null ? 0 : problem.getLocation().getLineNumber();
    return new DataSetException(
        "%s, line %,d: this is no well-formed XML (%s); correct it there."
            .formatted(name, line, reason(problem)),
        problem);
  }

  /** What went wrong, without the place that Java's parser puts before it. */
  private static String reason(XMLStreamException problem) {
    String message = String.valueOf(problem.getMessage());
    int start = message.indexOf("Message: ");
    String reason = start < 0 ? message : message.substring(start + "Message: ".length());
    return reason.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
  }

  @Override
  public void close() throws DataSetException {
    try {
      reader.close();
      bytes.close();
    } catch (XMLStreamException problem) {
      throw malformed(name, problem);
    } catch (IOException problem) {
      throw CsvSource.unreadable(name, problem);
    }
  }
}
