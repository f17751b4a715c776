package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.vigie.geofence.document.Problem;

/**
 * Where the fields of one value of a JSON file stand. Nothing is remembered while a file is read; a
 * value is gone through a second time when somebody asks. Confined to one reading.
 */
final class ItemPlaces implements Places {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final String file;
  private final byte[] bytes;
  private final int base;
  private final String pointer;
  private final JsonLocation start;
  private final JsonLocation end;
  private final Map<String, JsonLocation> known = new HashMap<>();

  /**
   * Places of one value.
   *
   * @param bytes the whole file
   * @param base where the parser began: its offsets count from there
   * @param pointer of the value
   * @param start where its first token starts
   * @param end where its last token ends
   */
  ItemPlaces(
      String file, byte[] bytes, int base, String pointer, JsonLocation start, JsonLocation end) {
    this.file = file;
    this.bytes = bytes;
    this.base = base;
    this.pointer = pointer;
    this.start = start;
    this.end = end;
  }

  @Override
  public Problem problem(String at, String message) {
    if (known.isEmpty()) {
      index();
    }
    String nearest = at;
    while (!known.containsKey(nearest) && nearest.length() > pointer.length()) {
      nearest = nearest.substring(0, nearest.lastIndexOf('/'));
    }
    JsonLocation place = known.get(nearest);
    if (place == null) {
      return new Problem(file, start.getLineNr(), start.getColumnNr(), at, message);
    }
    boolean firstLine = place.getLineNr() == 1;
    return new Problem(
        file,
        start.getLineNr() + place.getLineNr() - 1,
        firstLine ? start.getColumnNr() + place.getColumnNr() - 1 : place.getColumnNr(),
        at,
        message);
  }

  private void index() {
    int from = base + (int) start.getByteOffset();
    int length = (int) (end.getByteOffset() - start.getByteOffset());
    String slice = new String(bytes, from, length, StandardCharsets.UTF_8);
    try (JsonParser parser = FACTORY.createParser(new StringReader(slice))) {
      parser.nextToken();
      value(parser, pointer);
    } catch (IOException e) {
      throw new UncheckedIOException("a value that was read before cannot fail to be read", e);
    }
  }

  private void value(JsonParser parser, String at) throws IOException {
    known.putIfAbsent(at, parser.currentTokenLocation());
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String child = Spot.pointer(at, parser.currentName());
        known.putIfAbsent(child, parser.currentTokenLocation());
        parser.nextToken();
        value(parser, child);
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      int i = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        value(parser, at + "/" + i++);
      }
    }
  }
}
