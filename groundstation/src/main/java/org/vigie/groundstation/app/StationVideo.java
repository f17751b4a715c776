package org.vigie.groundstation.app;

import io.netty.channel.Channel;
import java.util.List;
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
    ViewerOptions options =
        person.is(Role.PILOT) ? ViewerOptions.forPilot() : ViewerOptions.forOthers();
    ViewerSession session =
        video.join(source, channel, options, end -> admission.closed(end.framesSent()));
    admission.counting(session::framesSent);
    admission.onCut(session::cut);
  }
}
