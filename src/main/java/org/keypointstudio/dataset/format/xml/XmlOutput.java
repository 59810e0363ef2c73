package org.keypointstudio.dataset.format.xml;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML with one element a line, indented by two spaces. */
final class XmlOutput implements AutoCloseable {
  private final XMLStreamWriter out;

  /** Of each open element, whether it has children. */
  private final Deque<Boolean> open = new ArrayDeque<>();

  /** Begins a file in UTF-8. */
  XmlOutput(Writer target) throws IOException {
    try {
      out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(target);
      out.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException problem) {
      throw new IOException(problem);
    }
  }

  /** Begins an element. Attributes are names and values in turn. */
  XmlOutput start(String element, Object... attributes) throws IOException {
    try {
      newLine();
      out.writeStartElement(element);
      writeAttributes(attributes);
      open.push(false);
      return this;
    } catch (XMLStreamException problem) {
      throw new IOException(problem);
    }
  }

  /** An element without content. */
  XmlOutput empty(String element, Object... attributes) throws IOException {
    try {
      newLine();
      out.writeEmptyElement(element);
      writeAttributes(attributes);
      return this;
    } catch (XMLStreamException problem) {
      throw new IOException(problem);
    }
  }

  /** An element with text. */
  XmlOutput text(String element, String text) throws IOException {
    try {
      newLine();
      out.writeStartElement(element);
      out.writeCharacters(text);
      out.writeEndElement();
      return this;
    } catch (XMLStreamException problem) {
      throw new IOException(problem);
    }
  }

  private void writeAttributes(Object... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      out.writeAttribute(attributes[i].toString(), attributes[i + 1].toString());
    }
  }

  private void newLine() throws XMLStreamException {
    if (!open.isEmpty()) {
      open.pop();
      open.push(true);
    }
    out.writeCharacters("\n" + "  ".repeat(open.size()));
  }

  /** Ends the element that began last. */
  XmlOutput end() throws IOException {
    try {
      if (open.pop()) {
        out.writeCharacters("\n" + "  ".repeat(open.size()));
      }
      out.writeEndElement();
      return this;
    } catch (XMLStreamException problem) {
      throw new IOException(problem);
    }
  }

  /** Ends the file, whose writer stays open. */
  @Override
  public void close() throws IOException {
    try {
      out.writeEndDocument();
      out.writeCharacters("\n");
      out.flush();
      out.close();
    } catch (XMLStreamException problem) {
      throw new IOException(problem);
    }
  }
}
