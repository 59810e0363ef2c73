package org.keypointstudio.dataset.format.xml;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.jspecify.annotations.Nullable;

/**
 * Copies an XML file event by event, so that what is not changed stays: elements and attributes
 * that the program does not know, comments, instructions. The copy is in UTF-8 and has no document
 * type.
 */
final class XmlCopy implements AutoCloseable {
  private final InputStream bytes;
  private final OutputStream copy;
  private final XMLEventReader in;
  private final XMLEventWriter out;
  private final XMLEventFactory events = XMLEventFactory.newDefaultFactory();

  /** Begins a copy of a file. */
  XmlCopy(Path original, Path target) throws IOException {
    bytes = new BufferedInputStream(Files.newInputStream(original));
    copy = new BufferedOutputStream(Files.newOutputStream(target));
    try {
      in = XmlInput.events(bytes);
      out = XMLOutputFactory.newDefaultFactory().createXMLEventWriter(copy, "UTF-8");
      out.add(events.createStartDocument("UTF-8", "1.0"));
      out.add(events.createCharacters("\n"));
    } catch (XMLStreamException problem) {
      throw new IOException(problem);
    }
  }

  /** Whether there is more to copy. */
  boolean hasNext() {
    return in.hasNext();
  }

  /** The next event, which is not written unless it is {@link #add added}. */
  XMLEvent next() throws IOException {
    try {
      return in.nextEvent();
    } catch (XMLStreamException problem) {
      throw new IOException(problem);
    }
  }

  /** Writes an event. The head of the file was written before, in the encoding of the copy. */
  void add(XMLEvent event) throws IOException {
    if (event.isStartDocument() || event.getEventType() == XMLEvent.DTD) {
      return;
    }
    try {
      out.add(event);
    } catch (XMLStreamException problem) {
      throw new IOException(problem);
    }
  }

  /** Passes over the rest of an element whose beginning was read. */
  void skip() throws IOException {
    int depth = 1;
    while (depth > 0) {
      XMLEvent event = next();
      depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
    }
  }

  /** Writes the beginning of an element with other values of some attributes. */
  void addStart(StartElement element, Map<String, String> changed) throws IOException {
    List<Attribute> attributes = new ArrayList<>();
    for (Iterator<Attribute> all = element.getAttributes(); all.hasNext(); ) {
      Attribute attribute = all.next();
      @Nullable String value = changed.get(attribute.getName().getLocalPart());
      attributes.add(
          value == null ? attribute : events.createAttribute(attribute.getName(), value));
    }
    for (Map.Entry<String, String> entry : changed.entrySet()) {
      if (element.getAttributeByName(new QName(entry.getKey())) == null) {
        attributes.add(events.createAttribute(entry.getKey(), entry.getValue()));
      }
    }
    add(
        events.createStartElement(
            element.getName(), attributes.iterator(), element.getNamespaces()));
  }

  /** Writes the beginning of a new element; names and values of its attributes in turn. */
  void start(String element, Object... attributes) throws IOException {
    List<Attribute> all = new ArrayList<>();
    for (int i = 0; i < attributes.length; i += 2) {
      all.add(events.createAttribute(attributes[i].toString(), attributes[i + 1].toString()));
    }
    add(events.createStartElement(new QName(element), all.iterator(), Collections.emptyIterator()));
  }

  /** Writes the end of a new element, and begins a line. */
  void end(String element) throws IOException {
    add(events.createEndElement(new QName(element), Collections.emptyIterator()));
    add(events.createCharacters("\n"));
  }

  /** Whether an element of this name begins. */
  static boolean starts(XMLEvent event, String element) {
    return event.isStartElement()
        && event.asStartElement().getName().getLocalPart().equals(element);
  }

  /** Whether an element of this name ends. */
  static boolean ends(XMLEvent event, String element) {
    return event.isEndElement() && event.asEndElement().getName().getLocalPart().equals(element);
  }

  /** An attribute of an element; empty if it has none. */
  static String attribute(StartElement element, String name) {
    @Nullable Attribute attribute = element.getAttributeByName(new QName(name));
    return attribute == null ? "" : attribute.getValue();
  }

  @Override
  public void close() throws IOException {
    try {
      out.flush();
      out.close();
      in.close();
    } catch (XMLStreamException problem) {
      throw new IOException(problem);
    } finally {
      copy.close();
      bytes.close();
    }
  }
}
