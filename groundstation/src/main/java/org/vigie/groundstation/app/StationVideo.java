package org.vigie.groundstation.app;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.api.VideoAdmission;
import org.vigie.groundstation.api.VideoDoor;
import org.vigie.groundstation.picture.VideoView;
import org.vigie.groundstation.video.VideoStation;
import org.vigie.groundstation.video.hub.ViewerOptions;
import org.vigie.groundstation.video.hub.ViewerSession;

/** The station's live video as the interface needs it. Thread-safe. */
record StationVideo(VideoStation video) implements VideoDoor {
  @Override
  public List<VideoView> views() {
    return video.views();
  }

  @Override
  public void accept(String source, Person person, Channel channel, VideoAdmission admission) {
    Viewing viewing = new Viewing();
    admission.onCut(viewing);
    if (viewing.isCut()) { // before the first picture: then there is none
      admission.closed(0, "not-connected");
      ChannelFuture unused = channel.close();
      return;
    }
    ViewerOptions options =
        person.is(Role.PILOT) ? ViewerOptions.forPilot() : ViewerOptions.forOthers();
    ViewerSession session =
        video.join(
            source,
            channel,
            options,
            end -> admission.closed(end.framesSent(), VideoAdmission.reason(end.code())));
    admission.counting(session::framesSent);
    viewing.joined(session);
  }

  /** A viewer whose right may end before, while and after it joins. Thread-safe. */
  private static final class Viewing implements VideoAdmission.Cut {
    private @Nullable ViewerSession session;
    private @Nullable Runnable cut;

    @Override
    public synchronized void cut(int code, String reason) {
      cut = () -> end(code, reason);
      cut.run();
    }

    synchronized boolean isCut() {
      return cut != null;
    }

    synchronized void joined(ViewerSession joined) {
      session = joined;
      if (cut != null) {
        cut.run();
      }
    }

    private void end(int code, String reason) {
      if (session != null) {
        session.cut(code, reason);
      }
    }
  }
}
