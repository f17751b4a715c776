package org.vigie.groundstation.api;

import io.netty.channel.Channel;
import java.util.List;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.picture.VideoView;

/** Live video as the API needs it; whoever has the pictures answers. */
public interface VideoDoor {
  /** A station without video. */
  VideoDoor NONE =
      new VideoDoor() {
        @Override
        public List<VideoView> views() {
          return List.of();
        }

        @Override
        public void accept(
            String source, Person person, Channel channel, VideoAdmission admission) {
          throw new IllegalStateException("there is no video here, so no " + source);
        }
      };

  /**
   * The sources and how they are doing now; a source is named as its vehicle. Thread-safe, never
   * blocks.
   */
  List<VideoView> views();

  /**
   * Takes over a connection that has just become a WebSocket: the answer 101 is written, nothing
   * else is, and nothing was read. Called on the channel's event loop; must not block.
   *
   * <p>The pipeline holds no HTTP or WebSocket handler any more. Its last handler, {@code
   * "handler"}, swallows what it reads and has to stay, for it is how the server knows of the
   * connection: the door puts its own handlers before it. No idle time is limited any more.
   *
   * @param source one of {@link #views()}
   * @param channel owned by the door from now on
   * @param admission to be told when the connection ends
   */
  void accept(String source, Person person, Channel channel, VideoAdmission admission);
}
