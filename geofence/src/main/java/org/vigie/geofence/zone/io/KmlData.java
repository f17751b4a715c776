package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a Placemark tells beside its geometry, as properties. Confined to one Placemark. */
final class KmlData {
  private static final Set<String> NUMBERS =
      Set.of("lower", "upper", "lowerLimit", "upperLimit", "radius", "region");

  private final XMLStreamReader xml;
  private final ObjectNode properties;
  private final List<String> repeated = new ArrayList<>();

  KmlData(XMLStreamReader xml, ObjectNode properties) {
    this.xml = xml;
    this.properties = properties;
  }

  /** Names of values that were given twice. */
  List<String> repeated() {
    return repeated;
  }

  /** Reads an element that starts here; false, without having moved, if it means nothing to us. */
  boolean read(String name) throws XMLStreamException {
    switch (name) {
      case "name" -> aside("name");
      case "description" -> aside("message");
      case "TimeSpan" -> timeSpan();
      case "ExtendedData" -> extendedData();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** A Placemark's own name and description give way to values of ExtendedData. */
  private void aside(String property) throws XMLStreamException {
    String text = text(xml);
    if (!properties.has(property) && !text.isBlank()) {
      properties.put(property, text);
    }
  }

  private void timeSpan() throws XMLStreamException {
    while (xml.next() != XMLStreamReader.END_ELEMENT) {
      if (xml.isStartElement()) {
        String name = xml.getLocalName();
        String text = text(xml);
        if (name.equals("begin")) {
          put("startDateTime", text);
        } else if (name.equals("end")) {
          put("endDateTime", text);
        }
      }
    }
  }

  private void extendedData() throws XMLStreamException {
    int depth = 1;
    String name = "";
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamReader.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamReader.START_ELEMENT) {
        String element = xml.getLocalName();
        String attribute = xml.getAttributeValue(null, "name");
        if (element.equals("SimpleData") && attribute != null) {
          put(attribute, text(xml));
        } else if (element.equals("value") && !name.isEmpty()) {
          put(name, text(xml));
          name = "";
        } else {
          name = element.equals("Data") && attribute != null ? attribute : name;
          depth++;
        }
      }
    }
  }

  private void put(String name, String text) {
    if (properties.has(name) && !name.equals("name") && !name.equals("message")) {
      repeated.add(name);
    }
    if (NUMBERS.contains(name)) {
      try {
        properties.put(name, Spot.decimal(text.strip()));
        return;
      } catch (NumberFormatException e) {
        // kept as the text that it is: whoever wants a number will refuse it
        properties.put(name, text);
        return;
      }
    }
    properties.put(name, text);
  }

  /** All text within the element that starts here; the reader is then at its end. */
  static String text(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamReader.END_ELEMENT) {
        depth--;
      } else if (xml.hasText() && event != XMLStreamReader.COMMENT) {
        text.append(xml.getText());
      }
    }
    return text.toString();
  }

  /** Passes over the element that starts here. */
  static void skip(XMLStreamReader xml) throws XMLStreamException {
    text(xml);
  }
}
