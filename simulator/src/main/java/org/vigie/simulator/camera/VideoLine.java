package org.vigie.simulator.camera;

import org.vigie.simulator.camera.picture.Picture;
import org.vigie.simulator.camera.picture.Renderer;
import org.vigie.simulator.camera.picture.Scene;
import org.vigie.simulator.camera.picture.TimeCode;
import org.vigie.simulator.clock.WallClock;
import org.vigie.simulator.world.CameraPose;

/**
 * From pose to datagrams, one frame at a time: draw, stamp, code, pack, send. When a frame is done
 * all of it is on the network. Confined to one thread; closing it frees native memory.
 */
final class VideoLine implements AutoCloseable {
  /**
   * What one frame took.
   *
   * @param bytes of transport stream
   */
  record Cost(double drawMs, double encodeMs, int bytes, boolean key) {}

  /**
   * Seven packets: what fits into an Ethernet frame.
   *
   * @source SMPTE 2022-2, RFC 2250: whole transport packets, at most seven with an MTU of 1500
   */
  static final int DATAGRAM = 7 * TransportStream.PACKET;

  /** Times begin away from zero: some players take zero for missing. */
  private static final long FIRST_TIME_90K = 900_000;

  private static final double NS_PER_MS = 1e6;

  private final Scene scene;
  private final WallClock clock;
  private final FrameSink sink;
  private final long beganNs;
  private PictureSize size;
  private Picture picture;
  private Renderer renderer;
  private H264Encoder encoder;
  private final Garbage garbage = new Garbage();
  private boolean wantKey;
  private boolean drawn;
  private boolean garbled;

  /** A line that ends in MPEG-TS. */
  VideoLine(Scene scene, PictureSize size, WallClock clock, Datagrams out) {
    this(scene, size, clock, new TsSink(out));
  }

  VideoLine(Scene scene, PictureSize size, WallClock clock, FrameSink sink) {
    this.scene = scene;
    this.clock = clock;
    this.sink = sink;
    this.beganNs = clock.nanos();
    this.size = size;
    this.picture = new Picture(size.width(), size.height());
    this.renderer = new Renderer(scene, size.width(), size.height());
    this.encoder = new H264Encoder(size.width(), size.height(), size.bitsPerS());
  }

  /** Changes the size from the next frame on, which is a key picture. */
  void resize(PictureSize to) {
    if (to != size) {
      encoder.close();
      drawn = false;
      size = to;
      picture = new Picture(size.width(), size.height());
      renderer = new Renderer(scene, size.width(), size.height());
      encoder = new H264Encoder(size.width(), size.height(), size.bitsPerS());
    }
  }

  /** Makes the next frame a key picture, for viewers that lost the thread. */
  void refresh() {
    wantKey = true;
  }

  /** Whether pictures are spoilt on their way out of the camera. */
  void garble(boolean on) {
    garbled = on;
  }

  /** Draws what the pose sees and sends it. The pose has just been taken. */
  Cost frame(CameraPose pose) {
    long takenMs = clock.epochMillis();
    long startNs = clock.nanos();
    renderer.render(scene.viewpoint(pose), pose.at(), picture);
    TimeCode.write(picture, takenMs);
    drawn = true;
    return send(startNs, clock.nanos());
  }

  /** Sends the last picture again, with the time that it has. */
  Cost again(Eye eye) {
    return drawn ? send(clock.nanos(), clock.nanos()) : frame(eye.pose());
  }

  private Cost send(long startNs, long drawnNs) {
    AccessUnit unit = encoder.encode(picture, wantKey || sink.takeKeyWish());
    wantKey = false;
    long time90k = FIRST_TIME_90K + (startNs - beganNs) / 100_000 * 9;
    int bytes = sink.send(garbled ? garbage.spoil(unit) : unit, time90k, clock.epochMillis());
    long sentNs = clock.nanos();
    return new Cost(
        (drawnNs - startNs) / NS_PER_MS, (sentNs - drawnNs) / NS_PER_MS, bytes, unit.key());
  }

  @Override
  public void close() {
    encoder.close();
  }
}
