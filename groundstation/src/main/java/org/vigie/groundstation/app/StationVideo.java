package org.vigie.groundstation.app;

import io.netty.channel.Channel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
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
  private record Cut(int code, String reason) {}

  @Override
  public List<VideoView> views() {
    return video.views();
  }

  @Override
  public void accept(String source, Person person, Channel channel, VideoAdmission admission) {
    AtomicReference<Optional<ViewerSession>> joined = new AtomicReference<>(Optional.empty());
    AtomicReference<Optional<Cut>> cut = new AtomicReference<>(Optional.empty());
    admission.onCut(
        (code, reason) -> {
          cut.set(Optional.of(new Cut(code, reason)));
          joined.get().ifPresent(session -> session.cut(code, reason));
        });
    if (cut.get().isPresent()) { // before the first picture: there is none
      admission.closed(0);
      channel.close().addListener(closed -> {});
      return;
    }
    ViewerOptions options =
        person.is(Role.PILOT) ? ViewerOptions.forPilot() : ViewerOptions.forOthers();
    ViewerSession session =
        video.join(source, channel, options, end -> admission.closed(end.framesSent()));
    admission.counting(session::framesSent);
    joined.set(Optional.of(session));
    cut.get().ifPresent(late -> session.cut(late.code(), late.reason()));
  }
}
