package org.vigie.groundstation.video.hub;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The access units since the last key: what a newcomer needs to see something at once. Confined to
 * its owner's lock.
 */
final class GopRing {
  /** Twelve seconds at 25 pictures a second; with rarer keys a newcomer waits for the next. */
  static final int FRAMES_MAX = 300;

  /** Twelve seconds of 5 Mbit/s; a newcomer gets all of it at once. */
  static final int BYTES_MAX = 8 << 20;

  private final Deque<SharedFrame> frames = new ArrayDeque<>();
  private int bytes;

  /** Takes the next unit in, retaining it. */
  void add(SharedFrame frame) {
    if (frame.facts().key()) {
      clear();
    } else if (frames.isEmpty()) {
      return;
    }
    if (frames.size() >= FRAMES_MAX || bytes + frame.bytes() > BYTES_MAX) {
      clear();
      return;
    }
    frame.retain();
    frames.addLast(frame);
    bytes += frame.bytes();
  }

  void clear() {
    frames.forEach(SharedFrame::release);
    frames.clear();
    bytes = 0;
  }

  /** All units, each retained once more for the caller. */
  List<SharedFrame> retained() {
    frames.forEach(SharedFrame::retain);
    return List.copyOf(frames);
  }

  int frames() {
    return frames.size();
  }

  int bytes() {
    return bytes;
  }
}
