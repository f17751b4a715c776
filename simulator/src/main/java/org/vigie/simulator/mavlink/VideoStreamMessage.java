package org.vigie.simulator.mavlink;

import io.dronefleet.mavlink.annotations.MavlinkFieldInfo;
import io.dronefleet.mavlink.annotations.MavlinkMessageInfo;

/**
 * One stream of a camera, with its encoding.
 *
 * @source MAVLink common.xml #269 VIDEO_STREAM_INFORMATION, of which the library has no encoding
 */
@MavlinkMessageInfo(id = 269, crc = 109)
public final class VideoStreamMessage {
  /** VIDEO_STREAM_STATUS_FLAGS_RUNNING. */
  static final int RUNNING = 1;

  /** VIDEO_STREAM_ENCODING_H264. */
  private static final int H264 = 1;

  private final VideoStream stream;
  private final int streamId;
  private final int count;

  /**
   * A stream of so many.
   *
   * @param streamId counts from 1
   */
  VideoStreamMessage(VideoStream stream, int streamId, int count) {
    this.stream = stream;
    this.streamId = streamId;
    this.count = count;
  }

  @MavlinkFieldInfo(position = 1, unitSize = 1)
  public int streamId() {
    return streamId;
  }

  @MavlinkFieldInfo(position = 2, unitSize = 1)
  public int count() {
    return count;
  }

  @MavlinkFieldInfo(position = 3, unitSize = 1)
  public int type() {
    return stream.carrier().number();
  }

  @MavlinkFieldInfo(position = 4, unitSize = 2)
  public int flags() {
    return stream.running() ? RUNNING : 0;
  }

  @MavlinkFieldInfo(position = 5, unitSize = 4)
  public float framerate() {
    return stream.framesPerS();
  }

  @MavlinkFieldInfo(position = 6, unitSize = 2)
  public int resolutionH() {
    return stream.widthPx();
  }

  @MavlinkFieldInfo(position = 7, unitSize = 2)
  public int resolutionV() {
    return stream.heightPx();
  }

  @MavlinkFieldInfo(position = 8, unitSize = 4)
  public long bitrate() {
    return stream.bitsPerS();
  }

  @MavlinkFieldInfo(position = 9, unitSize = 2)
  public int rotation() {
    return 0;
  }

  @MavlinkFieldInfo(position = 10, unitSize = 2)
  public int hfov() {
    return (int) Math.round(stream.hfovDeg());
  }

  @MavlinkFieldInfo(position = 11, unitSize = 1, arraySize = 32)
  public String name() {
    return stream.name();
  }

  @MavlinkFieldInfo(position = 12, unitSize = 1, arraySize = 160)
  public String uri() {
    return stream.uri();
  }

  @MavlinkFieldInfo(position = 13, unitSize = 1, extension = true)
  public int encoding() {
    return H264;
  }
}
