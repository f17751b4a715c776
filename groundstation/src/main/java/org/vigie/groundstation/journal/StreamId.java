package org.vigie.groundstation.journal;

import java.util.regex.Pattern;

/**
 * The stream that an entry belongs to. Numbers within a stream have no gaps.
 *
 * @param kind {@code incident}, {@code flight}, {@code vehicle}, {@code access} or {@code station}
 * @param id the incident's, flight's, vehicle's ... identifier
 */
public record StreamId(String kind, String id) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  public StreamId {
    if (!FORM.matcher(kind).matches() || !FORM.matcher(id).matches()) {
      throw new IllegalArgumentException("not a stream: " + kind + "/" + id);
    }
  }

  public static StreamId incident(String id) {
    return new StreamId("incident", id);
  }

  public static StreamId flight(String id) {
    return new StreamId("flight", id);
  }

  public static StreamId vehicle(String id) {
    return new StreamId("vehicle", id);
  }

  public static StreamId station(String id) {
    return new StreamId("station", id);
  }

  /** Reads {@code kind/id}. */
  public static StreamId parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("not a stream: " + text);
    }
    return new StreamId(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override
  public String toString() {
    return kind + "/" + id;
  }
}
