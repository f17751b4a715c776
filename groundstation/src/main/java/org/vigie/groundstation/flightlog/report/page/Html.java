package org.vigie.groundstation.flightlog.report.page;

import org.vigie.groundstation.flightlog.report.Markup;

/**
 * Writes XHTML. Whatever is given as text or attribute stays text, and can turn no line around.
 *
 * @threading confined to one page
 */
final class Html {
  private final StringBuilder out = new StringBuilder();

  /** Begins an element; attributes are names and values in turn. */
  Html open(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    return this;
  }

  Html close(String tag) {
    out.append("</").append(tag).append(">\n");
    return this;
  }

  /** An element that holds nothing. */
  Html empty(String tag, String... attributes) {
    start(tag, attributes);
    out.append("/>");
    return this;
  }

  /** An element that holds a text. */
  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  Html text(String text) {
    out.append(Markup.escape(text));
    return this;
  }

  Html drawing(Drawing drawing) {
    out.append(drawing.svg());
    return this;
  }

  /** Style sheets are the one text that is not escaped: ours alone. */
  Html style(String css) {
    out.append("<style>").append(css).append("</style>\n");
    return this;
  }

  private void start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(Markup.escape(attributes[i + 1])).append('"');
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
