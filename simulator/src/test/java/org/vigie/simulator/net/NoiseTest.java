package org.vigie.simulator.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.simulator.net.Station.loopback;
import static org.vigie.simulator.net.Station.question;

import io.dronefleet.mavlink.common.ParamValue;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.simulator.net.frame.FrameWriter;
import org.vigie.simulator.net.frame.Payload;
import org.vigie.simulator.net.message.Messages;

/** Noise on every transport never stops the world. */
class NoiseTest {
  private static final int BLOCK = 1_000;

  /** A random key would shut out everybody, as it should. */
  private static final int SETUP_SIGNING = 256;

  /** Random bytes, and packets with a good checksum and a payload of random bytes. */
  private static byte[] block(SplittableRandom random, Messages messages) {
    byte[] block = new byte[BLOCK];
    random.nextBytes(block);
    int at = 0;
    while (at < BLOCK / 2) {
      int id = random.nextInt(450);
      if (messages.extra(id) < 0 || id == SETUP_SIGNING) {
        continue;
      }
      byte[] payload = new byte[1 + random.nextInt(60)];
      random.nextBytes(payload);
      byte[] packet =
          new FrameWriter(random.nextInt(256), random.nextInt(256))
              .frame(
                  new Payload(id, messages.extra(id), payload, payload.length),
                  id < 256 && random.nextBoolean() ? 1 : 2,
                  Optional.empty())
              .orElseThrow()
              .bytes();
      System.arraycopy(packet, 0, block, at, Math.min(packet.length, BLOCK - at));
      at += packet.length + random.nextInt(20);
    }
    return block;
  }

  private static void noise(long bytes) throws Exception {
    Messages messages = new Messages(List.of());
    SplittableRandom random = new SplittableRandom(11);
    try (Bench bench = new Bench(LinkRules.ARDUPILOT, 1);
        ServerSocketChannel server = ServerSocketChannel.open().bind(loopback(0));
        Station called = Station.udp(9, 0)) {
      bench.links.listenTcp(loopback(0));
      bench.links.listenUdp(loopback(0));
      bench.links.connectTcp(loopback(server.socket().getLocalPort()));
      bench.links.connectUdp(loopback(called.port()));
      int vehicle = bench.links.ports().get(3);
      bench.turn();
      called.connect(vehicle);
      try (Station tcp = Station.tcp(10, bench.links.ports().get(0));
          Station udp = Station.udp(11, bench.links.ports().get(1));
          Station accepted = Station.tcp(12, server.accept())) {
        for (long done = 0; done < bytes; done += BLOCK) {
          for (Station station : List.of(tcp, udp, accepted, called)) {
            station.raw(block(random, messages));
          }
          bench.turn();
          if (done % (100 * BLOCK) == 0) {
            for (Station station : List.of(tcp, udp, accepted, called)) {
              station.forget();
            }
          }
        }
        for (Station station : List.of(tcp, udp, accepted, called)) {
          station.raw(new byte[600]); // ends what noise has begun
          bench.turn();
          station.forget();
          station.say(question("RTL_ALT"));
          bench.until("answer", () -> !station.heard(ParamValue.class).isEmpty());
        }
      }
      assertThat(bench.links.counters().garbageBytes()).isGreaterThan(bytes);
      assertThat(bench.links.counters().received()).isGreaterThan(bytes / 1_000);
      assertThat(bench.world.elapsedS()).isGreaterThan(bytes / (100.0 * BLOCK));
    }
  }

  @Test
  @Timeout(120)
  void a_million_bytes_on_each_of_four_transports_stop_nothing() throws Exception {
    noise(250_000);
  }

  @Test
  @Tag("deep")
  void a_hundred_million_bytes_over_four_transports_stop_nothing() throws Exception {
    noise(25_000_000);
  }
}
