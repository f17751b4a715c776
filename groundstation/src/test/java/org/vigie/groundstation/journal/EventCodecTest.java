package org.vigie.groundstation.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.planner.canonical.ContentHash;

class EventCodecTest {
  @EventType("test.happened")
  record Happened(String zone, long count, double ratio, Instant at, Kind kind, List<String> codes)
      implements Event {}

  @EventType("test.happened")
  record HappenedToo(String zone) implements Event {}

  @EventType(value = "test.happened", version = 2)
  record HappenedNow(String zone) implements Event {}

  @EventType("test.person")
  record Personalised(String personal) implements Event {}

  record Unmarked(String zone) implements Event {}

  enum Kind {
    ONE
  }

  private static final Happened EVENT =
      new Happened("é", 7, 0.1, Instant.parse("2026-11-21T10:00:00.5Z"), Kind.ONE, List.of("a"));

  private final EventCodec codec = EventCodec.of(List.of(Happened.class, HappenedNow.class));

  @Test
  void an_event_has_a_canonical_body() {
    EventCodec.Encoded encoded = codec.encode(EVENT, Map.of());
    assertThat(encoded.type()).isEqualTo("test.happened");
    assertThat(encoded.version()).isEqualTo(1);
    assertThat(encoded.body())
        .isEqualTo(
            "{\"at\":\"2026-11-21T10:00:00.500Z\",\"codes\":[\"a\"],\"count\":7,\"kind\":\"ONE\","
                + "\"ratio\":0.1,\"zone\":\"é\"}");
  }

  @Test
  void an_event_comes_back_as_it_went_even_with_personal_references() {
    EventCodec.Encoded encoded = codec.encode(EVENT, Map.of("text", "ab"));
    assertThat(encoded.body()).contains("\"personal\":{\"text\":\"ab\"}");
    assertThat(codec.find(entry(encoded))).contains(EVENT);
  }

  @Test
  void versions_of_a_type_stay_apart() {
    EventCodec.Encoded encoded = codec.encode(new HappenedNow("z"), Map.of());
    assertThat(encoded.version()).isEqualTo(2);
    assertThat(codec.find(entry(encoded))).contains(new HappenedNow("z"));
    assertThat(EventCodec.of(List.of(Happened.class)).find(entry(encoded))).isEmpty();
  }

  @Test
  void what_has_no_place_in_the_journal_is_refused_at_start() {
    assertThatThrownBy(() -> EventCodec.of(List.of(Happened.class, HappenedToo.class)))
        .hasMessageContaining("test.happened is both");
    assertThatThrownBy(() -> EventCodec.of(List.of(Unmarked.class))).hasMessageContaining("record");
    assertThatThrownBy(() -> EventCodec.of(List.of(Personalised.class)))
        .hasMessageContaining("personal");
    assertThatThrownBy(() -> codec.and(List.of(HappenedToo.class)))
        .hasMessageContaining("test.happened is both");
    assertThatThrownBy(() -> codec.encode(new HappenedToo("z"), Map.of()))
        .hasMessageContaining("not registered");
  }

  @Test
  void numbers_without_an_exact_canonical_form_are_refused() {
    assertThatThrownBy(() -> codec.encode(happened((1L << 53) + 1, 0), Map.of()))
        .hasMessageContaining("2^53");
    assertThatThrownBy(() -> codec.encode(happened(Long.MIN_VALUE, 0), Map.of()))
        .hasMessageContaining("2^53");
    assertThatThrownBy(() -> codec.encode(happened(0, Double.NaN), Map.of()))
        .hasMessageContaining("not finite");
    assertThat(codec.encode(happened(1L << 53, 0), Map.of()).body()).contains("9007199254740992");
  }

  @Test
  void a_text_that_would_come_back_as_another_is_refused() {
    String half = "a" + (char) 0xD83D;
    assertThatThrownBy(() -> codec.encode(new HappenedNow(half), Map.of()))
        .hasMessageContaining("surrogate");
    String whole = "\u0000 \u2028 \ud83d\ude81";
    EventCodec.Encoded encoded = codec.encode(new HappenedNow(whole), Map.of());
    assertThat(codec.find(entry(encoded))).contains(new HappenedNow(whole));
  }

  @Test
  void a_personal_reference_hides_its_content_behind_its_salt() {
    byte[] salt = new byte[PersonalReference.SALT_BYTES];
    // SHA-256 of sixteen zero bytes and "a"
    ContentHash reference = PersonalReference.of(salt, "a");
    byte[] both = new byte[PersonalReference.SALT_BYTES + 1];
    both[PersonalReference.SALT_BYTES] = 'a';
    assertThat(reference).isEqualTo(ContentHash.of(both));
    salt[0] = 1;
    assertThat(PersonalReference.of(salt, "a")).isNotEqualTo(reference);
    assertThatThrownBy(() -> PersonalReference.of(new byte[0], "a"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Happened happened(long count, double ratio) {
    return new Happened("z", count, ratio, Instant.EPOCH, Kind.ONE, List.of());
  }

  private static Entry entry(EventCodec.Encoded encoded) {
    return new Entry(
        0,
        StreamId.station("s"),
        0,
        Instant.EPOCH,
        "",
        "",
        encoded.type(),
        encoded.version(),
        encoded.body());
  }
}
