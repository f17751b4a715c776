package org.vigie.groundstation.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.planner.canonical.CanonicalJson;

/**
 * The events that this station knows, by the name and version under which they stand in the
 * journal. Immutable, thread-safe.
 */
public final class EventCodec {
  /** Member of a body that holds the references to personal content; events may not use it. */
  public static final String PERSONAL = "personal";

  /** Integers beyond have no exact form in RFC 8785, whose numbers are IEEE 754 doubles. */
  private static final long MAX_EXACT = 1L << 53;

  private final Map<Key, Class<? extends Event>> classes;
  private final Map<Class<?>, Key> keys;

  private record Key(String type, int version) {}

  private EventCodec(Map<Key, Class<? extends Event>> classes, Map<Class<?>, Key> keys) {
    this.classes = Map.copyOf(classes);
    this.keys = Map.copyOf(keys);
  }

  /**
   * A codec of these records.
   *
   * @throws IllegalArgumentException if one is no record, carries no {@link EventType}, has a
   *     component named {@code personal}, or shares its type and version with another
   */
  public static EventCodec of(List<Class<? extends Event>> events) {
    Map<Key, Class<? extends Event>> classes = new HashMap<>();
    Map<Class<?>, Key> keys = new HashMap<>();
    for (Class<? extends Event> event : events) {
      EventType type = event.getAnnotation(EventType.class);
      if (type == null || !event.isRecord()) {
        throw new IllegalArgumentException(event.getName() + " is no record with @EventType");
      }
      if (Arrays.stream(event.getRecordComponents()).anyMatch(c -> c.getName().equals(PERSONAL))) {
        throw new IllegalArgumentException(event.getName() + " has a component " + PERSONAL);
      }
      Key key = new Key(type.value(), type.version());
      Class<?> other = classes.putIfAbsent(key, event);
      if (other != null) {
        throw new IllegalArgumentException(
            type.value() + " is both " + other.getName() + " and " + event.getName());
      }
      keys.put(event, key);
    }
    return new EventCodec(classes, keys);
  }

  /** This codec and further records. */
  public EventCodec and(List<Class<? extends Event>> more) {
    List<Class<? extends Event>> all = new ArrayList<>(classes.values());
    all.addAll(more);
    return of(all);
  }

  /**
   * An event as it stands in an entry.
   *
   * @param body canonical JSON
   */
  public record Encoded(String type, int version, String body) {}

  /**
   * Writes an event.
   *
   * @param personal hash by label of the personal content that belongs to it, usually empty
   * @throws IllegalArgumentException if the event is not registered, or holds a number or a text
   *     without an exact canonical form
   */
  public Encoded encode(Event event, Map<String, String> personal) {
    Key key = keys.get(event.getClass());
    if (key == null) {
      throw new IllegalArgumentException(event.getClass().getName() + " is not registered");
    }
    ObjectNode body = CanonicalJson.mapper().valueToTree(event);
    requireExact(body, key.type());
    if (!personal.isEmpty()) {
      ObjectNode references = body.putObject(PERSONAL);
      personal.forEach(references::put);
    }
    return new Encoded(key.type(), key.version(), CanonicalJson.write(body));
  }

  private static void requireExact(JsonNode node, String type) {
    if (node.isIntegralNumber() && !isExact(node)) {
      throw new IllegalArgumentException(type + " holds an integer beyond 2^53: " + node);
    }
    if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
      throw new IllegalArgumentException(type + " holds a number that is not finite");
    }
    if (node.isTextual() && !isText(node.textValue())) {
      throw new IllegalArgumentException(type + " holds half a surrogate pair");
    }
    node.forEach(child -> requireExact(child, type));
  }

  /** Whether a text has a UTF-8 form: half a surrogate pair would come back as something else. */
  public static boolean isText(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static boolean isExact(JsonNode integer) {
    return integer.canConvertToLong()
        && integer.longValue() <= MAX_EXACT
        && integer.longValue() >= -MAX_EXACT;
  }

  /**
   * Reads the event of an entry; empty if this station does not know its type and version.
   *
   * @throws IllegalStateException if the entry's body is not of its type
   */
  public Optional<Event> find(Entry entry) {
    Class<? extends Event> known = classes.get(new Key(entry.type(), entry.version()));
    if (known == null) {
      return Optional.empty();
    }
    try {
      JsonNode body = entry.tree();
      ((ObjectNode) body).remove(PERSONAL);
      return Optional.of(CanonicalJson.mapper().treeToValue(body, known));
    } catch (JsonProcessingException | ClassCastException e) {
      throw new IllegalStateException(
          "entry " + entry.position() + " is not a " + entry.type() + ": " + entry.body(), e);
    }
  }
}
