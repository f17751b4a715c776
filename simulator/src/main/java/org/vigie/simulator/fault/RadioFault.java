package org.vigie.simulator.fault;

import java.util.function.UnaryOperator;
import org.vigie.simulator.net.LinkFaults;

/** Faults of radio control and of the links to stations. */
public sealed interface RadioFault extends Fault {
  /** The pilot's transmitter is heard no more. */
  record RcLoss() implements RadioFault {
    @Override
    public FaultKind kind() {
      return FaultKind.RC_LOSS;
    }

    @Override
    public Runnable begin(FaultSite site) {
      return site.each(
          "radio control", (vehicle, good) -> vehicle.autopilot().controller().radio(good));
    }
  }

  /** Nothing goes through in either direction; the connection stays open. */
  record LinkLoss() implements RadioFault {
    @Override
    public FaultKind kind() {
      return FaultKind.LINK_LOSS;
    }

    @Override
    public Runnable begin(FaultSite site) {
      return link(site, faults -> faults.withLoss(1), faults -> faults.withLoss(0));
    }
  }

  /** A share of the messages is lost. */
  record LinkDrop(double percent) implements RadioFault {
    @Override
    public FaultKind kind() {
      return FaultKind.LINK_DROP;
    }

    @Override
    public Runnable begin(FaultSite site) {
      return link(site, faults -> faults.withLoss(percent / 100), faults -> faults.withLoss(0));
    }
  }

  /** Messages take so long, and at most so much more. */
  record LinkDelay(double delayS, double jitterS) implements RadioFault {
    @Override
    public FaultKind kind() {
      return FaultKind.LINK_DELAY;
    }

    @Override
    public Runnable begin(FaultSite site) {
      return link(
          site, faults -> faults.withDelay(delayS, jitterS), faults -> faults.withDelay(0, 0));
    }
  }

  /** A share of the messages arrives twice. */
  record LinkDuplicate(double percent) implements RadioFault {
    @Override
    public FaultKind kind() {
      return FaultKind.LINK_DUPLICATE;
    }

    @Override
    public Runnable begin(FaultSite site) {
      return link(
          site, faults -> faults.withDuplicates(percent / 100), faults -> faults.withDuplicates(0));
    }
  }

  /** A share of the messages is overtaken by later ones. */
  record LinkReorder(double percent) implements RadioFault {
    @Override
    public FaultKind kind() {
      return FaultKind.LINK_REORDER;
    }

    @Override
    public Runnable begin(FaultSite site) {
      return link(
          site, faults -> faults.withReordering(percent / 100), faults -> faults.withReordering(0));
    }
  }

  /** No more goes through than this. */
  record LinkBandwidth(double bytesPerSecond) implements RadioFault {
    @Override
    public FaultKind kind() {
      return FaultKind.LINK_BANDWIDTH;
    }

    @Override
    public Runnable begin(FaultSite site) {
      return link(
          site,
          faults -> faults.withBandwidth(bytesPerSecond),
          faults -> faults.withBandwidth(Double.POSITIVE_INFINITY));
    }
  }

  private static Runnable link(
      FaultSite site, UnaryOperator<LinkFaults> spoil, UnaryOperator<LinkFaults> mend) {
    return site.each(
        vehicle -> site.ports().link(vehicle, spoil), vehicle -> site.ports().link(vehicle, mend));
  }
}
