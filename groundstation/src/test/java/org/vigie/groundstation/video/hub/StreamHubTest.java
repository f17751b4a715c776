package org.vigie.groundstation.video.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.picture.FrameHeader;
import org.vigie.groundstation.picture.FrameType;
import org.vigie.groundstation.picture.PictureState;
import org.vigie.groundstation.video.HandClock;
import org.vigie.groundstation.video.TestVideo;
import org.vigie.groundstation.video.nal.AccessUnit;

class StreamHubTest {
  private static final List<AccessUnit> UNITS = Pictures.of(100, 25);

  private final UnpooledByteBufAllocator memory = new UnpooledByteBufAllocator(true, true);
  private final HandClock clock = new HandClock();
  private final StreamHub hub = new StreamHub("V1", clock, () -> true, memory);
  private final List<Wire> wires = new ArrayList<>();

  @AfterEach
  void no_buffer_is_left() {
    hub.close();
    wires.forEach(wire -> wire.run().channel.finishAndReleaseAll());
    assertThat(memory.metric().usedDirectMemory()).isZero();
  }

  private Wire join(ViewerOptions options) {
    Wire wire = new Wire(memory);
    wires.add(wire);
    hub.join(wire.channel, options, wire.ends::add);
    return wire.run();
  }

  /** Units 40 ms apart, each delivered before the next comes. */
  private void publish(int from, int to) {
    for (int i = from; i < to; i++) {
      publishOnly(i, i + 1);
      wires.forEach(Wire::run);
    }
  }

  private void publishOnly(int from, int to) {
    for (int i = from; i < to; i++) {
      clock.advanceMs(40);
      hub.publish(UNITS.get(i));
    }
  }

  @Test
  void a_viewer_gets_how_to_decode_and_then_every_unit_byte_by_byte() {
    Wire wire = join(ViewerOptions.forOthers());
    for (int i = 0; i < 100; i++) {
      publish(i, i + 1);
      wire.run().ack();
    }
    assertThat(wire.headers.get(0).type()).isEqualTo(FrameType.CONFIG);
    assertThat(new String(wire.payloads.get(0), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"codec\":\"%s\",\"width\":160,\"height\":96}"
                .formatted(UNITS.get(0).config().name()));
    assertThat(wire.payloads(FrameType.CONFIG)).hasSize(1);
    List<byte[]> got = wire.payloads(FrameType.ACCESS_UNIT);
    assertThat(got).hasSize(100);
    for (int i = 0; i < 100; i++) {
      assertThat(got.get(i)).isEqualTo(UNITS.get(i).bytes());
      FrameHeader header = wire.units().get(i);
      assertThat(header.ptsUs()).isEqualTo(UNITS.get(i).ptsUs());
      assertThat(header.sequence()).isEqualTo(i);
      assertThat(header.key()).isEqualTo(i % 25 == 0);
      assertThat(header.discontinuity()).isFalse();
    }
  }

  @Test
  void a_newcomer_begins_with_the_last_key() {
    publish(0, 60);
    Wire wire = join(ViewerOptions.forPilot());
    assertThat(wire.headers.get(0).type()).isEqualTo(FrameType.CONFIG);
    assertThat(wire.units().get(0).key()).isTrue();
    assertThat(wire.units()).hasSize(10);
    publish(60, 62);
    wire.run();
    assertThat(wire.units().stream().map(FrameHeader::sequence))
        .containsExactly(50L, 51L, 52L, 53L, 54L, 55L, 56L, 57L, 58L, 59L, 60L, 61L);
  }

  @Test
  void units_that_wait_in_the_loop_while_a_viewer_joins_come_once() {
    Wire other = join(ViewerOptions.forPilot());
    publishOnly(2, 3); // no key: nobody gets it, and its task waits
    publishOnly(0, 1);
    Wire wire = new Wire(memory);
    wires.add(wire);
    hub.join(wire.channel, ViewerOptions.forPilot(), wire.ends::add);
    assertThat(wire.run().units()).hasSize(1);
    publish(1, 5);
    assertThat(wire.units()).hasSize(5);
    assertThat(other.units()).hasSize(5);
  }

  @Test
  void a_viewer_that_reads_nothing_does_not_slow_the_others() {
    Wire dead = join(ViewerOptions.forOthers());
    Wire alive = join(ViewerOptions.forOthers());
    publish(0, 1);
    dead.run();
    for (int i = 1; i < 100; i++) {
      publish(i, i + 1);
      dead.run();
      alive.run().ack();
    }
    assertThat(alive.units()).hasSize(100);
    assertThat(dead.units()).hasSize(11);
    assertThat(hub.figures().resyncs()).isEqualTo(1);
    clock.advanceMs(5_000);
    hub.tick();
    dead.run();
    assertThat(dead.closeCode).isEqualTo(ViewerEnd.NO_ACK);
    assertThat(dead.ends).singleElement().extracting(ViewerEnd::code).isEqualTo(4408);
    assertThat(dead.ends.get(0).framesSent()).isEqualTo(11);
    assertThat(alive.run().ends).isEmpty();
    assertThat(hub.figures().viewers()).isEqualTo(1);
  }

  @Test
  void a_viewer_that_resumes_sees_the_hole_and_the_same_bytes() {
    Wire wire = join(ViewerOptions.forOthers());
    publish(0, 20);
    wire.run().ack();
    assertThat(wire.units()).hasSize(11);
    publish(20, 30);
    assertThat(wire.units()).hasSize(16);
    FrameHeader key = wire.units().get(11);
    assertThat(key.sequence()).isEqualTo(25);
    assertThat(key.discontinuity()).isTrue();
    assertThat(key.key()).isTrue();
    assertThat(wire.payloads(FrameType.ACCESS_UNIT).get(11)).isEqualTo(UNITS.get(25).bytes());
  }

  @Test
  void screens_are_told_that_a_picture_is_old_and_that_it_is_lost() {
    Wire wire = join(ViewerOptions.forOthers());
    assertThat(hub.view().state()).isEqualTo(PictureState.NONE);
    assertThat(hub.view().ageS()).isNull();
    publish(0, 25);
    wire.ack();
    hub.tick();
    assertThat(wire.run().lastStatus()).contains("\"state\":\"LIVE\"", "\"recording\":true");
    assertThat(hub.view().framesPerSecond()).isBetween(24.0, 25.0);
    clock.advanceMs(499);
    assertThat(hub.view().state()).isEqualTo(PictureState.LIVE);
    clock.advanceMs(1);
    hub.tick();
    assertThat(wire.run().lastStatus()).contains("\"state\":\"STALE\"", "\"ageS\":0.5");
    clock.advanceMs(500);
    hub.tick();
    assertThat(wire.run().lastStatus()).contains("\"state\":\"LOST\"", "\"source\":\"V1\"");
    int told = wire.payloads(FrameType.STATUS).size();
    for (int i = 0; i < 30; i++) {
      clock.advanceMs(100);
      hub.tick();
    }
    assertThat(wire.run().payloads(FrameType.STATUS)).hasSize(told + 3);
    publish(25, 26);
    clock.advanceMs(100);
    hub.tick();
    assertThat(wire.run().lastStatus()).contains("\"state\":\"LIVE\"");
    assertThat(hub.view().framesPerSecond()).isEqualTo(1);
  }

  @Test
  void another_size_is_told_before_its_first_picture() {
    List<AccessUnit> both = Pictures.of(twoSizes());
    Wire wire = join(ViewerOptions.forPilot());
    for (AccessUnit unit : both) {
      clock.advanceMs(40);
      hub.publish(unit);
      wire.run().ack();
    }
    List<FrameType> types = wire.headers.stream().map(FrameHeader::type).toList();
    int second = types.lastIndexOf(FrameType.CONFIG);
    assertThat(wire.payloads(FrameType.CONFIG)).hasSize(2);
    assertThat(new String(wire.payloads.get(second), StandardCharsets.UTF_8))
        .contains("\"width\":320");
    assertThat(wire.headers.get(second + 1).key()).isTrue();
    assertThat(wire.headers.get(second + 1).epoch()).isEqualTo(1);
    assertThat(hub.figures().ringFrames()).isEqualTo(5);
  }

  private static byte[] twoSizes() {
    List<TestVideo.Unit> units = new ArrayList<>(TestVideo.encode(160, 96, 10, 5, 90_000));
    units.addAll(TestVideo.encode(320, 192, 10, 5, 90_000 + 10 * TestVideo.FRAME_90K));
    return TestVideo.mux(units, true);
  }

  @Test
  void a_cut_viewer_gets_no_further_picture() {
    Wire wire = new Wire(memory);
    wires.add(wire);
    ViewerSession session = hub.join(wire.channel, ViewerOptions.forPilot(), wire.ends::add);
    publish(0, 2);
    assertThat(wire.run().units()).hasSize(2);
    publishOnly(2, 3); // its task waits in the loop
    session.cut(ViewerEnd.RIGHT_ENDED, "the flight ended");
    publish(3, 10);
    wire.run();
    assertThat(wire.units()).hasSize(2);
    assertThat(wire.closeCode).isEqualTo(4401);
    assertThat(wire.ends)
        .containsExactly(new ViewerEnd(4401, "the flight ended", 2, session.bytesSent()));
    assertThat(session.framesSent()).isEqualTo(2);
    assertThat(session.state()).isEqualTo(ViewerState.ENDED);
    assertThat(wire.channel.isOpen()).isFalse();
  }

  @Test
  void messages_of_a_later_version_are_tolerated_and_garbage_is_not() {
    Wire wire = join(ViewerOptions.forPilot());
    publish(0, 1);
    wire.say("{\"type\":\"caps\",\"codecs\":[\"avc1.42C01F\"]}");
    wire.say("{\"type\":\"of-a-later-version\",\"x\":1}");
    wire.frame(0x89, new byte[] {1, 2, 3});
    assertThat(wire.run().closeCode).isZero();
    for (String garbage :
        List.of("", "nothing", "[]", "{\"type\":7}", "{\"type\":\"ack\",\"ptsUs\":\"x\"}", "{}")) {
      Wire bad = join(ViewerOptions.forPilot());
      bad.say(garbage);
      assertThat(bad.run().closeCode).as(garbage).isEqualTo(1008);
      assertThat(bad.ends).hasSize(1);
    }
    Wire binary = join(ViewerOptions.forPilot());
    binary.frame(0x82, new byte[10]);
    assertThat(binary.run().closeCode).isEqualTo(1008);
    Wire huge = join(ViewerOptions.forPilot());
    huge.frame(0x81, new byte[5000]);
    assertThat(huge.run().closeCode).isEqualTo(1009);
    Wire flood = join(ViewerOptions.forPilot());
    for (int i = 0; i < 201; i++) {
      flood.say("{\"type\":\"resume\"}");
    }
    assertThat(flood.run().closeCode).isEqualTo(1008);
    assertThat(hub.figures().viewers()).isEqualTo(1);
  }

  @Test
  void a_viewer_that_closes_is_answered_and_gone() {
    Wire wire = join(ViewerOptions.forPilot());
    wire.frame(0x88, new byte[] {0x03, (byte) 0xE8});
    assertThat(wire.run().closeCode).isEqualTo(1000);
    assertThat(wire.ends).singleElement().extracting(ViewerEnd::code).isEqualTo(1000);
    Wire vanished = join(ViewerOptions.forPilot());
    assertThat(vanished.channel.close().isSuccess()).isTrue();
    assertThat(vanished.ends).singleElement().extracting(ViewerEnd::code).isEqualTo(1006);
    assertThat(hub.figures().viewers()).isZero();
  }

  @Test
  void there_is_room_for_two_hundred() {
    for (int i = 0; i < StreamHub.VIEWERS_MAX; i++) {
      join(ViewerOptions.forOthers());
    }
    assertThat(hub.hasRoom()).isFalse();
    Wire late = join(ViewerOptions.forOthers());
    assertThat(late.run().closeCode).isEqualTo(ViewerEnd.TRY_LATER);
    assertThat(late.ends).hasSize(1);
    assertThat(wires.get(0).channel.close().isSuccess()).isTrue();
    assertThat(hub.hasRoom()).isTrue();
  }

  @Test
  void the_ring_is_bounded() {
    List<AccessUnit> long1 = Pictures.of(GopRing.FRAMES_MAX + 20, 10_000);
    for (AccessUnit unit : long1.subList(0, GopRing.FRAMES_MAX)) {
      hub.publish(unit);
    }
    assertThat(hub.figures().ringFrames()).isEqualTo(GopRing.FRAMES_MAX);
    hub.publish(long1.get(GopRing.FRAMES_MAX));
    assertThat(hub.figures().ringFrames()).isZero();
    hub.publish(long1.get(GopRing.FRAMES_MAX + 1));
    assertThat(hub.figures().ringFrames()).isZero();
    assertThat(join(ViewerOptions.forOthers()).units()).isEmpty();
    assertThat(memory.metric().usedDirectMemory()).isZero();
  }

  @Test
  void a_loop_that_stands_still_does_not_pile_pictures_up() {
    Wire wire = join(ViewerOptions.forPilot());
    publish(0, 1);
    wire.run().ack();
    publishOnly(1, 100);
    assertThat(hub.figures().loopOverflows()).isEqualTo(99 - Shard.PENDING_MAX);
    wire.run();
    assertThat(hub.figures().resyncs()).isPositive();
  }

  @Test
  void metadata_goes_to_those_who_are_up_to_date() {
    Wire wire = join(ViewerOptions.forPilot());
    publish(0, 1);
    wire.run().ack();
    hub.publishKlv(new byte[] {6, 14, 43, 52, 1}, 123, 456);
    assertThat(wire.run().payloads(FrameType.KLV))
        .singleElement()
        .isEqualTo(new byte[] {6, 14, 43, 52, 1});
  }
}
