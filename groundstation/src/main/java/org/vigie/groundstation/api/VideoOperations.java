package org.vigie.groundstation.api;

import io.netty.channel.Channel;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.access.Permission;
import org.vigie.groundstation.access.Session;
import org.vigie.groundstation.picture.VideoView;
import org.vigie.groundstation.viewing.View;
import org.vigie.groundstation.viewing.ViewAnswer;
import org.vigie.groundstation.viewing.Viewing;

/**
 * Live video: how the sources are doing, who may watch, and the way out of HTTP for those who do.
 * Viewers leave with their raw connection, so that one frame, built once, can be written to all.
 */
final class VideoOperations {
  /**
   * A nonce of 16 bytes in Base64.
   *
   * @source RFC 6455 section 4.1
   */
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{21}[AQgw]==");

  private static final String VERSION = "13";

  private static final Logger LOG = LoggerFactory.getLogger(VideoOperations.class);

  private final Viewing viewing;
  private final VideoDoor door;

  /** Those who watch; as many as the viewing allows. */
  private final Set<Admission> admissions = ConcurrentHashMap.newKeySet();

  private final Predicate<String> lives;

  /**
   * Video that nobody watches yet.
   *
   * @param lives whether the session of an id is there
   */
  VideoOperations(PicturePorts pictures, Predicate<String> lives) {
    this.lives = lives;
    this.viewing = pictures.viewing();
    this.door = pictures.video();
  }

  List<Operation> all() {
    return List.of(
        Operation.get("/api/videos", Permission.READ_VEHICLES, this::list),
        Operation.get("/api/videos/{source}", Permission.WATCH_VIDEO, this::look),
        Operation.get("/video/{source}", Permission.WATCH_VIDEO, this::watch));
  }

  private void list(Call call) {
    call.send(200, Map.of("videos", door.views()));
  }

  private VideoView known(Call call) {
    String source = call.id("source");
    return door.views().stream()
        .filter(view -> view.source().equals(source))
        .findFirst()
        .orElseThrow(Problem.of(404, "not-found")::refusal);
  }

  private record Watchable(VideoView video, String flightId) {}

  private void look(Call call) {
    VideoView video = known(call);
    call.await(
        viewing.lookDrone(call.person(), video.source()),
        answer -> {
          if (answer instanceof ViewAnswer.Permitted permitted) {
            call.send(200, new Watchable(video, permitted.flightId()));
          } else {
            Refusals.tell(call, answer);
          }
        },
        late -> {});
  }

  private void watch(Call call) {
    String source = known(call).source();
    HttpServerRequest request = call.context().request();
    if (!request.canUpgradeToWebSocket()) {
      throw Problem.of(426, "not-websocket").with("Upgrade", "websocket").refusal();
    }
    String key = request.getHeader("Sec-WebSocket-Key");
    if (key == null
        || !KEY.matcher(key).matches()
        || !VERSION.equals(request.getHeader("Sec-WebSocket-Version"))) {
      throw Problem.of(426, "not-websocket").with("Sec-WebSocket-Version", VERSION).refusal();
    }
    call.await(
        viewing.openDrone(call.person(), source),
        answer -> {
          if (answer instanceof ViewAnswer.Opened opened) {
            leaveHttp(call, source, key, opened.view());
          } else {
            Refusals.tell(call, answer);
          }
        },
        late -> {
          if (late instanceof ViewAnswer.Opened opened) {
            opened.view().close("not-connected", 0);
          }
        });
  }

  /**
   * Whoever waited for the disk may have logged out meanwhile. The admission is there before that
   * is asked, so that a session that ends later finds it.
   */
  private void leaveHttp(Call call, String source, String key, View view) {
    String session = call.session().map(Session::id).orElse("");
    Admission admission = new Admission(view, session, admissions::remove);
    admissions.add(admission);
    if (!session.isEmpty() && !lives.test(session)) {
      admission.end("session-ended");
      admission.gone();
      call.fail(Gate.unauthenticated());
      return;
    }
    call.response()
        .putHeader("Upgrade", "websocket")
        .putHeader("Connection", "Upgrade")
        .putHeader("Sec-WebSocket-Accept", WebSocketAccept.of(key));
    call.context()
        .request()
        .toNetSocket()
        .onSuccess(socket -> joined(call, source, socket, admission))
        .onFailure(
            cause -> {
              LOG.info("a viewer of {} did not connect: {}", source, cause.toString());
              admission.over("not-connected");
            });
  }

  /**
   * On the channel's event loop, with the 101 written. Whatever happens here, either the door has
   * the connection, or it is closed and the view with it.
   */
  private void joined(Call call, String source, NetSocket socket, Admission admission) {
    Channel channel = ((NetSocketInternal) socket).channelHandlerContext().channel();
    channel.closeFuture().addListener(end -> channel.eventLoop().execute(admission::gone));
    if (admission.ended()) {
      socket.close(); // between the right and the 101: no picture was sent
      return;
    }
    try {
      if (channel.pipeline().get(IdleStateHandler.class) != null) {
        channel.pipeline().remove(IdleStateHandler.class); // watching is not idling
      }
      door.accept(source, call.person(), channel, admission);
    } catch (RuntimeException e) {
      if (channel.isActive()) {
        LOG.error("the door did not take a viewer of {}", source, e);
        admission.over("broken");
      } else { // a connection that goes takes its handlers along: no fault of the door
        LOG.info("a viewer of {} went before the first picture: {}", source, e.toString());
        admission.over("not-connected");
      }
      socket.close();
    }
  }

  /** Ids of the sessions in which someone watches. */
  Set<String> sessions() {
    return admissions.stream().map(Admission::sessionId).collect(Collectors.toSet());
  }

  /** A session is over, and with it what it watched. On any thread. */
  void sessionEnded(Session session) {
    for (Admission admission : new ArrayList<>(admissions)) {
      if (admission.sessionId().equals(session.id())) {
        admission.end("session-ended");
      }
    }
  }

  /** Says good-bye to everyone. On any thread. */
  void stop() {
    new ArrayList<>(admissions).forEach(Admission::stop);
  }
}
