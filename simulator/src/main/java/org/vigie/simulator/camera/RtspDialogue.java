package org.vigie.simulator.camera;

import java.io.IOException;
import java.util.Optional;
import org.vigie.simulator.camera.rtp.Digest;
import org.vigie.simulator.camera.rtp.RtspRequest;
import org.vigie.simulator.camera.rtp.SessionText;

/** Answers one receiver's requests. Confined to the server's thread. */
final class RtspDialogue {
  private static final String METHODS = "OPTIONS, DESCRIBE, SETUP, PLAY, GET_PARAMETER, TEARDOWN";

  private final RtspServer server;
  private final RtspClient client;
  private final String nonce;
  private final String session;

  RtspDialogue(RtspServer server, RtspClient client) {
    this.server = server;
    this.client = client;
    this.nonce = server.secret();
    this.session = server.secret();
  }

  /** The whole answer to a request. */
  String answer(RtspRequest request) {
    String sequence = request.header("cseq").orElse("0").replaceAll("[^0-9]", "");
    if (!request.method().equals("OPTIONS") && !admitted(request)) {
      return text(
          401, "Unauthorized", sequence, header("WWW-Authenticate", Digest.challenge(nonce)));
    }
    try {
      return switch (request.method()) {
        case "OPTIONS" -> text(200, "OK", sequence, header("Public", METHODS));
        case "DESCRIBE" -> describe(request, sequence);
        case "SETUP" -> setUp(request, sequence);
        case "PLAY" -> play(request, sequence);
        case "GET_PARAMETER" -> text(200, "OK", sequence, header("Session", session));
        case "TEARDOWN" -> {
          client.stop();
          yield text(200, "OK", sequence, header("Session", session));
        }
        default -> text(405, "Method Not Allowed", sequence, header("Allow", METHODS));
      };
    } catch (IOException e) {
      return text(500, "Internal Server Error", sequence, "");
    }
  }

  private boolean admitted(RtspRequest request) {
    return server.keeper().map(keeper -> keeper.admits(request, nonce)).orElse(true);
  }

  private static String header(String name, String value) {
    return name + ": " + value + "\r\n";
  }

  private static String text(int code, String reason, String sequence, String more) {
    return "RTSP/1.0 " + code + " " + reason + "\r\n" + header("CSeq", sequence) + more + "\r\n";
  }

  private String describe(RtspRequest request, String sequence) {
    if (server.find(request.stream()).isEmpty()) {
      return text(404, "Not Found", sequence, "");
    }
    String body = SessionText.asked(server.host());
    String base = request.uri().endsWith("/") ? request.uri() : request.uri() + "/";
    return text(
            200,
            "OK",
            sequence,
            header("Content-Base", base)
                + header("Content-Type", "application/sdp")
                + header("Content-Length", Integer.toString(body.length())))
        + body;
  }

  private String setUp(RtspRequest request, String sequence) throws IOException {
    if (server.find(request.stream()).isEmpty()) {
      return text(404, "Not Found", sequence, "");
    }
    Optional<int[]> inside = request.pair("interleaved");
    Optional<int[]> ports = request.pair("client_port");
    String transport;
    if (inside.isPresent() && inside.get()[0] <= 255) {
      client.useTcp(inside.get()[0]);
      transport = "RTP/AVP/TCP;unicast;interleaved=" + inside.get()[0] + "-" + inside.get()[1];
    } else if (ports.isPresent() && ports.get()[0] > 0) {
      client.useUdp(ports.get()[0]);
      int own = server.mediaPort();
      transport =
          "RTP/AVP;unicast;client_port="
              + ports.get()[0]
              + "-"
              + ports.get()[1]
              + ";server_port="
              + own
              + "-"
              + (own + 1);
    } else {
      return text(461, "Unsupported Transport", sequence, "");
    }
    return text(
        200,
        "OK",
        sequence,
        header("Transport", transport) + header("Session", session + ";timeout=60"));
  }

  private String play(RtspRequest request, String sequence) {
    Optional<RtspStream> stream = server.find(request.stream());
    if (stream.isEmpty()) {
      return text(404, "Not Found", sequence, "");
    }
    if (!client.ready()) {
      return text(455, "Method Not Valid in This State", sequence, "");
    }
    client.play(stream.get());
    return text(200, "OK", sequence, header("Session", session) + header("Range", "npt=0.000-"));
  }
}
