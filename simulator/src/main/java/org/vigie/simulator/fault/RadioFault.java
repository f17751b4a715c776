package org.vigie.simulator.fault;

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
    public void worsen(Condition condition) {
      condition.radioLost();
    }
  }

  /** Nothing goes through in either direction; the connection stays open. */
  record LinkLoss() implements RadioFault {
    @Override
    public FaultKind kind() {
      return FaultKind.LINK_LOSS;
    }

    @Override
    public void worsen(Condition condition) {
      condition.link(LinkFaults.NONE.withLoss(1));
    }
  }

  /** A share of the messages is lost. */
  record LinkDrop(double percent) implements RadioFault {
    @Override
    public FaultKind kind() {
      return FaultKind.LINK_DROP;
    }

    @Override
    public void worsen(Condition condition) {
      condition.link(LinkFaults.NONE.withLoss(percent / 100));
    }
  }

  /** Messages take so long, and at most so much more. */
  record LinkDelay(double delayS, double jitterS) implements RadioFault {
    @Override
    public FaultKind kind() {
      return FaultKind.LINK_DELAY;
    }

    @Override
    public void worsen(Condition condition) {
      condition.link(LinkFaults.NONE.withDelay(delayS, jitterS));
    }
  }

  /** A share of the messages arrives twice. */
  record LinkDuplicate(double percent) implements RadioFault {
    @Override
    public FaultKind kind() {
      return FaultKind.LINK_DUPLICATE;
    }

    @Override
    public void worsen(Condition condition) {
      condition.link(LinkFaults.NONE.withDuplicates(percent / 100));
    }
  }

  /** A share of the messages is overtaken by later ones. */
  record LinkReorder(double percent) implements RadioFault {
    @Override
    public FaultKind kind() {
      return FaultKind.LINK_REORDER;
    }

    @Override
    public void worsen(Condition condition) {
      condition.link(LinkFaults.NONE.withReordering(percent / 100));
    }
  }

  /** No more goes through than this. */
  record LinkBandwidth(double bytesPerSecond) implements RadioFault {
    @Override
    public FaultKind kind() {
      return FaultKind.LINK_BANDWIDTH;
    }

    @Override
    public void worsen(Condition condition) {
      condition.link(LinkFaults.NONE.withBandwidth(bytesPerSecond));
    }
  }
}
