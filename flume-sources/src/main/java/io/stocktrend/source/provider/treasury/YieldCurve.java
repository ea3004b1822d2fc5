package io.stocktrend.source.provider.treasury;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderException;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The yield curve's XML: an entry for each day, whose properties are the day and a rate in percent
 * for each maturity. A maturity that the day does not have is absent, and a holiday has none at
 * all. Neither DTD nor entities are read.
 */
final class YieldCurve {
  /**
   * One entry.
   *
   * @param date as it is written, null if there is none
   * @param rates in percent by maturity, e.g. {@code 3M}, {@code 1.5M}, {@code 10Y}
   */
  record Day(String date, Map<String, Double> rates) {}

  // BC_30YEARDISPLAY is a dummy and no maturity.
  private static final Pattern MATURITY = Pattern.compile("BC_(\\d+)(?:_(\\d+))?(MONTH|YEAR)");
  private static final XMLInputFactory XML = factory();

  private final XMLStreamReader reader;
  private final List<Day> days = new ArrayList<>();

  private YieldCurve(XMLStreamReader reader) {
    this.reader = reader;
  }

  /** The days in the order of the answer. */
  static List<Day> parse(byte[] body) throws ProviderException {
    try {
      XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(body));
      try {
        return new YieldCurve(reader).read();
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw new ProviderException(
          TreasuryRows.PROVIDER, FailureKind.MALFORMED, "a yield curve that is not whole XML", e);
    }
  }

  private List<Day> read() throws XMLStreamException, ProviderException {
    String root = nextElement();
    if (!"feed".equals(root) && !"pre".equals(root)) {
      throw new ProviderException(
          TreasuryRows.PROVIDER, FailureKind.MALFORMED, "a page in the place of a yield curve");
    }
    for (String element = nextElement(); element != null; element = nextElement()) {
      if (element.equals("properties")) {
        days.add(day());
      }
    }
    return days;
  }

  private Day day() throws XMLStreamException {
    String date = null;
    Map<String, Double> rates = new TreeMap<>();
    while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
      String name = reader.getLocalName();
      String text = reader.getElementText().strip();
      Matcher maturity = MATURITY.matcher(name);
      if (name.equals("NEW_DATE")) {
        date = text;
      } else if (maturity.matches() && !text.isEmpty()) {
        rates.put(maturity(maturity), rate(text));
      }
    }
    return new Day(date, rates);
  }

  private Double rate(String text) throws XMLStreamException {
    try {
      double rate = Double.parseDouble(text);
      if (Double.isFinite(rate)) {
        return rate;
      }
    } catch (NumberFormatException e) {
      throw new XMLStreamException("a rate that is no number", reader.getLocation(), e);
    }
    throw new XMLStreamException("a rate that is no number", reader.getLocation());
  }

  private static String maturity(Matcher matcher) {
    String fraction = matcher.group(2) == null ? "" : '.' + matcher.group(2);
    return matcher.group(1) + fraction + matcher.group(3).charAt(0);
  }

  private String nextElement() throws XMLStreamException {
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT) {
        return reader.getLocalName();
      }
    }
    return null;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }
}
