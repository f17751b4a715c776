package org.vigie.groundstation.vehicle;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.sign.FrameSigning;
import org.vigie.groundstation.mavlink.sign.SignatureVerdict;
import org.vigie.groundstation.vehicle.way.FrameOutlet;
import org.vigie.groundstation.vehicle.way.Trust;
import org.vigie.groundstation.vehicle.way.Ways;

/**
 * Decides which frames of a vehicle's system id are the vehicle's: by signature first, then by the
 * way they come, each counted once.
 *
 * @threading thread-safe
 */
final class Reception {
  private final FrameSigning signing;
  private final Ways ways;
  private final Consumer<FrameOutlet> whenClockBehind;
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong again = new AtomicLong();
  private final AtomicLong strange = new AtomicLong();
  private final AtomicLong unsigned = new AtomicLong();
  private final AtomicLong forged = new AtomicLong();
  private final AtomicLong replayed = new AtomicLong();

  Reception(FrameSigning signing, Ways ways, Consumer<FrameOutlet> whenClockBehind) {
    this.signing = signing;
    this.ways = ways;
    this.whenClockBehind = whenClockBehind;
  }

  /** Whether a frame is the vehicle's, and new. */
  boolean takes(Frame frame, FrameOutlet from, Instant now) {
    SignatureVerdict verdict = signing.judge(frame, now);
    if (verdict != SignatureVerdict.TAKEN && verdict != SignatureVerdict.ECHO) {
      refuse(verdict, from);
      return false;
    }
    Ways.Hearing hearing = ways.heard(frame, from, trust(frame, verdict), now);
    AtomicLong counter =
        switch (hearing) {
          case STRANGE -> strange;
          case AGAIN -> again;
          case NEW -> verdict == SignatureVerdict.ECHO ? replayed : received;
        };
    counter.incrementAndGet();
    return counter == received;
  }

  private Trust trust(Frame frame, SignatureVerdict verdict) {
    if (verdict == SignatureVerdict.ECHO) {
      return Trust.ECHO;
    }
    return signing.hasKey() && frame.signed() ? Trust.KEY : Trust.CLAIM;
  }

  private void refuse(SignatureVerdict verdict, FrameOutlet from) {
    if (verdict == SignatureVerdict.UNSIGNED) {
      unsigned.incrementAndGet();
    } else if (verdict == SignatureVerdict.FORGED) {
      forged.incrementAndGet();
    } else {
      replayed.incrementAndGet();
      if (verdict == SignatureVerdict.CLOCK_BEHIND) {
        whenClockBehind.accept(from);
      }
    }
  }

  VehicleCounters.Heard counts() {
    return new VehicleCounters.Heard(
        received.get(), again.get(), strange.get(), unsigned.get(), forged.get(), replayed.get());
  }
}
