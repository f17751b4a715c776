package org.vigie.groundstation.video.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 25 pictures a second, a key each second, by virtual time. */
class ViewerPacingTest {
  private static final long FRAME_US = 40_000;
  private static final long FRAME_NS = 40_000_000;
  private static final int GOP = 25;

  private final ViewerPacing pacing = new ViewerPacing(DamagePolicy.CLEAN);
  private long now = 1;

  private static FrameFacts frame(int i) {
    return new FrameFacts(i % GOP == 0, false, false, 0, i * FRAME_US);
  }

  private boolean send(int i) {
    return send(pacing, frame(i), true);
  }

  private boolean send(ViewerPacing to, FrameFacts frame, boolean writable) {
    now += FRAME_NS;
    boolean sent = to.sends(frame, writable, now);
    if (sent) {
      to.written();
    }
    return sent;
  }

  private void ack(int i) {
    pacing.acked(i * FRAME_US, now);
  }

  private void burst(int to) {
    for (int i = 0; i <= to; i++) {
      assertThat(pacing.joins(frame(i), now)).isTrue();
      pacing.written();
    }
  }

  @Test
  void who_acknowledges_gets_every_picture() {
    burst(20);
    assertThat(pacing.state()).isEqualTo(ViewerState.CATCHUP);
    for (int i = 21; i < 500; i++) {
      assertThat(send(i)).isTrue();
      ack(i - 2);
    }
    assertThat(pacing.state()).isEqualTo(ViewerState.LIVE);
    assertThat(pacing.resyncs()).isZero();
  }

  @Test
  void who_never_acknowledges_gets_the_burst_and_400_ms() {
    burst(20);
    List<Integer> sent = new ArrayList<>();
    for (int i = 21; i < 125; i++) {
      if (send(i)) {
        sent.add(i);
      }
    }
    assertThat(sent).containsExactly(21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
    assertThat(pacing.state()).isEqualTo(ViewerState.WAIT_KEY);
    assertThat(pacing.isSilent(now)).isFalse();
    now += ViewerPacing.SILENCE_NS;
    assertThat(pacing.isSilent(now)).isTrue();
  }

  @Test
  void who_has_caught_up_goes_on_at_a_key_and_is_told_of_the_hole() {
    burst(0);
    ack(0);
    int next = 1;
    while (send(next)) {
      next++;
    }
    assertThat(next).isEqualTo(11);
    ack(10);
    for (int i = 12; i < 25; i++) {
      assertThat(send(i)).isFalse();
    }
    assertThat(pacing.leftOut()).isTrue();
    assertThat(send(25)).isTrue();
    assertThat(pacing.state()).isEqualTo(ViewerState.LIVE);
    assertThat(pacing.leftOut()).isFalse();
    // the hole does not count as lag
    assertThat(send(26)).isTrue();
    ack(25);
    assertThat(send(27)).isTrue();
  }

  @Test
  void who_is_still_behind_at_a_key_waits_for_the_next() {
    burst(0);
    ack(0);
    for (int i = 1; i < 25; i++) {
      send(i);
    }
    ack(4); // 240 ms in flight
    assertThat(send(25)).isFalse();
    ack(8); // 80 ms
    for (int i = 26; i < 50; i++) {
      assertThat(send(i)).isFalse();
    }
    assertThat(send(50)).isTrue();
  }

  @Test
  void a_blocked_socket_stops_pictures_until_it_is_free() {
    burst(0);
    ack(0);
    assertThat(send(pacing, frame(1), false)).isFalse();
    assertThat(pacing.state()).isEqualTo(ViewerState.WAIT_KEY);
    assertThat(send(pacing, frame(25), false)).isFalse();
    assertThat(send(pacing, frame(50), true)).isTrue();
  }

  @Test
  void three_times_behind_within_ten_seconds_is_struggling() {
    burst(0);
    ack(0);
    int resyncs = 0;
    for (int i = 1; i < 100; i++) {
      if (!send(pacing, frame(i), i % GOP != 1) && i % GOP == 1) {
        resyncs++;
      }
      ack(i);
    }
    assertThat(resyncs).isEqualTo(4);
    assertThat(pacing.resyncs()).isEqualTo(4);
    assertThat(pacing.isStruggling(now)).isTrue();
    assertThat(pacing.isStruggling(now + ViewerPacing.STRUGGLE_NS)).isFalse();
  }

  @Test
  void a_source_that_was_silent_for_seconds_leaves_nobody_behind() {
    burst(0);
    ack(0);
    assertThat(send(1)).isTrue();
    ack(1);
    assertThat(send(80)).isTrue();
    assertThat(pacing.isSilent(now + ViewerPacing.SILENCE_NS - 1)).isFalse();
  }

  @Test
  void a_new_epoch_counts_from_its_own_beginning() {
    burst(0);
    ack(0);
    send(1);
    FrameFacts key = new FrameFacts(true, false, false, 1, 900_000_000);
    assertThat(send(pacing, key, true)).isTrue();
    ack(1);
    assertThat(send(pacing, new FrameFacts(false, false, false, 1, 900_040_000), true)).isTrue();
    assertThat(pacing.resyncs()).isZero();
  }

  @Test
  void clean_stands_still_from_damage_to_the_next_key() {
    burst(0);
    ack(0);
    FrameFacts damaged = new FrameFacts(false, true, false, 0, FRAME_US);
    assertThat(send(pacing, damaged, true)).isFalse();
    assertThat(send(2)).isFalse();
    assertThat(send(25)).isTrue();
    assertThat(pacing.resyncs()).as("no fault of the viewer's").isZero();
    ack(25);
    FrameFacts afterHole = new FrameFacts(false, false, true, 0, 26 * FRAME_US);
    assertThat(send(pacing, afterHole, true)).isFalse();
  }

  @Test
  void smear_leaves_out_the_damaged_picture_only() {
    ViewerPacing smear = new ViewerPacing(DamagePolicy.SMEAR);
    assertThat(smear.joins(frame(0), now)).isTrue();
    smear.written();
    smear.acked(0, now);
    assertThat(send(smear, new FrameFacts(false, true, false, 0, FRAME_US), true)).isFalse();
    assertThat(smear.leftOut()).isTrue();
    assertThat(send(smear, frame(2), true)).isTrue();
    assertThat(smear.leftOut()).isFalse();
    assertThat(send(smear, new FrameFacts(false, false, true, 0, 3 * FRAME_US), true)).isTrue();
  }

  @Test
  void a_clean_newcomer_gets_the_burst_up_to_the_damage() {
    assertThat(pacing.joins(frame(0), now)).isTrue();
    assertThat(pacing.joins(new FrameFacts(false, true, false, 0, FRAME_US), now)).isFalse();
    assertThat(pacing.joins(frame(2), now)).isFalse();
    assertThat(pacing.state()).isEqualTo(ViewerState.WAIT_KEY);
  }

  @Test
  void pause_stops_pictures_and_asks_for_no_acknowledgement() {
    burst(3);
    pacing.pause();
    assertThat(send(25)).isFalse();
    assertThat(pacing.isSilent(now + 2 * ViewerPacing.SILENCE_NS)).isFalse();
    pacing.resume();
    assertThat(send(26)).isFalse();
    assertThat(send(50)).isTrue();
  }

  @Test
  void pictures_that_a_viewer_threw_away_do_not_stop_it_for_ever() {
    burst(0);
    ack(0);
    for (int i = 1; i < 25; i++) {
      send(i);
    }
    boolean resumed = false;
    for (int i = 25; i < 200 && !resumed; i++) {
      pacing.acked(0, now); // what it showed last
      resumed = send(i);
    }
    assertThat(resumed).isTrue();
  }

  @Test
  void acknowledgements_of_what_was_never_sent_mean_nothing() {
    burst(5);
    pacing.acked(Long.MAX_VALUE, now);
    pacing.acked(-1, now);
    assertThat(pacing.state()).isEqualTo(ViewerState.CATCHUP);
    for (int i = 6; i < 100; i++) {
      pacing.acked(i * FRAME_US + 1, now);
      send(i);
    }
    assertThat(pacing.state()).isNotEqualTo(ViewerState.CATCHUP);
    assertThat(pacing.resyncs()).isEqualTo(1);
  }
}
