package org.vigie.simulator.net;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;
import java.util.List;
import org.vigie.simulator.clock.WallClock;
import org.vigie.simulator.net.message.Messages;
import org.vigie.simulator.net.message.Targets;

/**
 * The sockets of all vehicles of a world. They have no threads: the world looks at them between its
 * steps, and nothing waits for anything. Confined to the world's thread; closed when that has
 * ended.
 */
public final class Network implements Closeable {
  /** What one look takes from one socket: some hundred messages. */
  static final int READ_MAX = 64 * 1024;

  /** What happens on a socket. */
  interface Handler {
    /** Something can be read, accepted or connected. */
    void ready();
  }

  private final Selector selector;
  private final WallClock clock;
  private final Messages messages;
  private final Targets targets;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_MAX);

  /**
   * A network without sockets yet.
   *
   * @param own message classes used instead of, or beside, the library's
   * @throws IOException if the machine gives no selector
   */
  public Network(WallClock clock, List<Class<?>> own) throws IOException {
    this.clock = clock;
    this.selector = Selector.open();
    this.messages = new Messages(own);
    this.targets = new Targets(messages);
  }

  Messages messages() {
    return messages;
  }

  Targets targets() {
    return targets;
  }

  /** Wall time, for peers that have gone silent. */
  long nanos() {
    return clock.nanos();
  }

  /** Room to read into, empty; the next socket uses it again. */
  ByteBuffer buffer() {
    return buffer.clear();
  }

  void watch(SelectableChannel channel, int interest, Handler handler) throws IOException {
    channel.configureBlocking(false);
    channel.register(selector, interest, handler);
  }

  /** Takes what stations have sent since the last look. */
  public void look() {
    try {
      selector.selectNow(
          key -> {
            if (key.isValid() && key.attachment() instanceof Handler handler) {
              handler.ready();
            }
          });
    } catch (IOException e) {
      throw new IllegalStateException("the machine's selector has failed", e);
    }
  }

  @Override
  public void close() throws IOException {
    selector.close();
  }
}
