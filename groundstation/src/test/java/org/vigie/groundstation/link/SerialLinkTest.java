package org.vigie.groundstation.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.FrameWriter;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.vehicle.way.FrameOutlet;

/** A serial line over a pseudo terminal, which script(1) makes; without it nothing is tested. */
@Timeout(20)
final class SerialLinkTest {
  private static final Heartbeat HEARTBEAT = new Heartbeat(3, 2, 3, 0x81, 4, 3);

  private record Heard(Frame frame, FrameOutlet from) {}

  /** The other end of a line: what is written here is read there. */
  private static Process terminal() throws IOException {
    return new ProcessBuilder("script", "-qfc", "stty raw -echo; tty; exec sleep 30", "/dev/null")
        .redirectErrorStream(true)
        .start();
  }

  @Test
  void a_line_carries_frames_both_ways_and_a_vanished_one_is_said() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script(1) is not here");
    Process terminal = terminal();
    BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    try (Links links = new Links()) {
      InputStream fromLine = terminal.getInputStream();
      OutputStream toLine = terminal.getOutputStream();
      String device = line(fromLine);
      assumeTrue(device.startsWith("/dev/"), "no pseudo terminal: " + device);
      Link link =
          links.open(
              LinkEndpoint.parse("serial:" + device + ":57600"),
              (frame, from) -> heard.add(new Heard(frame, from)));
      await().until(() -> link.status().up());
      Frame said = new FrameWriter(1, 1).write(HEARTBEAT);
      toLine.write("noise".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      toLine.write(said.bytes());
      toLine.flush();
      Heard one = heard.poll(10, TimeUnit.SECONDS);
      assertThat(one).isNotNull();
      assertThat(one.frame()).isEqualTo(said);
      Frame answer = new FrameWriter(255, 190).write(HEARTBEAT);
      assertThat(one.from().send(answer)).isTrue();
      assertThat(fromLine.readNBytes(answer.length())).isEqualTo(answer.bytes());
      terminal.destroy();
      await().until(() -> !link.status().up());
      assertThat(one.from().open()).isFalse();
      assertThat(one.from().send(answer)).isFalse();
    } finally {
      terminal.destroyForcibly();
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString().strip();
  }

  @Test
  void a_line_that_is_not_there_is_no_error_but_is_said() throws Exception {
    try (Links links = new Links()) {
      Link link =
          links.open(LinkEndpoint.parse("serial:/dev/there-is-none:57600"), (frame, from) -> {});
      await().until(() -> !link.status().problem().equals("not yet connected"));
      assertThat(link.status().up()).isFalse();
    }
  }
}
