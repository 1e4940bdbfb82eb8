package org.bihuan.policy.table;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a DMN file into elements, trusting nothing: no DOCTYPE, so no entities and no external access; XInclude is not
 * known; depth and number of elements are limited. Diagrams and extension elements are skipped unread.
 */
final class XmlReader {
    private static final int ELEMENTS = 100_000;
    private static final String EXTENSION = "extensionElements";
    private static final String DIAGRAM = "DMNDI";

    private final XMLStreamReader stream;
    private String namespace = "";
    private int elements;

    private XmlReader(XMLStreamReader stream) {
        this.stream = stream;
    }

    static XmlElement read(byte[] file) {
        try {
            XMLStreamReader stream = factory().createXMLStreamReader(new StringReader(text(file)));
            try {
                return new XmlReader(stream).document();
            } finally {
                stream.close();
            }
        } catch (XMLStreamException fault) {
            throw malformed(String.valueOf(fault.getMessage()));
        }
    }

    /** Decoded here and not by the XML parser, which prints its complaints on standard error. */
    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException fault) {
            throw new TableFormatException(TableError.XML_ENCODING, "the file is not in UTF-8");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, name) -> {
            throw new XMLStreamException("external access is not allowed");
        });
        return factory;
    }

    private XmlElement document() throws XMLStreamException {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            // A comment or processing instruction before the root
        }
        requireUtf8();
        namespace = String.valueOf(stream.getNamespaceURI());
        DmnNames.requireModel(namespace);
        XmlElement root = element(1);
        while (stream.hasNext()) {
            next();
        }
        return root;
    }

    private void requireUtf8() {
        String declared = stream.getCharacterEncodingScheme();
        if (declared != null && !declared.toUpperCase(Locale.ROOT).equals("UTF-8")) {
            throw new TableFormatException(TableError.XML_ENCODING, "the file is in UTF-8").offending(declared);
        }
    }

    /** The element at whose start the stream stands; afterwards the stream stands at its end. */
    private XmlElement element(int depth) throws XMLStreamException {
        count(depth);
        int line = stream.getLocation().getLineNumber();
        String name = name();
        Map<String, String> attributes = attributes();
        if (name.equals(EXTENSION) || name.endsWith("}" + DIAGRAM)) {
            skip(depth);
            return new XmlElement(name, attributes, List.of(), "", line);
        }
        List<XmlElement> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(stream.getText());
                default -> {
                    // Comments and processing instructions say nothing
                }
            }
        }
        return new XmlElement(name, attributes, children, text.toString(), line);
    }

    private void skip(int depth) throws XMLStreamException {
        for (int open = 1; open > 0; ) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
                count(depth + open);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            }
        }
    }

    private void count(int depth) {
        if (depth > TableLimits.XML_DEPTH) {
            throw new TableFormatException(
                    TableError.XML_DEPTH, "elements are nested at most " + TableLimits.XML_DEPTH + " deep");
        }
        if (++elements > ELEMENTS) {
            throw new TableFormatException(TableError.LIMIT, "a file has at most " + ELEMENTS + " elements");
        }
    }

    private String name() {
        String uri = String.valueOf(stream.getNamespaceURI());
        return uri.equals(namespace) ? stream.getLocalName() : "{" + uri + "}" + stream.getLocalName();
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < stream.getAttributeCount(); i++) {
            String uri = stream.getAttributeNamespace(i);
            if (uri == null || uri.isEmpty()) {
                attributes.put(stream.getAttributeLocalName(i), stream.getAttributeValue(i));
            }
        }
        return attributes;
    }

    private int next() throws XMLStreamException {
        int event;
        try {
            event = stream.next();
        } catch (RuntimeException fault) {
            // The parser of the JDK throws unchecked ones too on damaged bytes
            throw malformed(fault.toString());
        }
        if (event == XMLStreamConstants.DTD) {
            throw new TableFormatException(
                    TableError.XML_DOCTYPE, "a DOCTYPE is not allowed: no entities, no external files");
        }
        if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new TableFormatException(TableError.XML_DOCTYPE, "an entity reference is not allowed");
        }
        return event;
    }

    private static TableFormatException malformed(String cause) {
        return new TableFormatException(
                TableError.XML_MALFORMED,
                "not well-formed XML: "
                        + cause.lines().reduce((a, b) -> a + " " + b).orElse(""));
    }
}
