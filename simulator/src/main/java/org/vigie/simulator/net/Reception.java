package org.vigie.simulator.net;

import io.dronefleet.mavlink.common.MavSeverity;
import io.dronefleet.mavlink.common.SetupSigning;
import io.dronefleet.mavlink.common.Statustext;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.simulator.mavlink.Autopilot;
import org.vigie.simulator.net.frame.Frame;
import org.vigie.simulator.net.frame.Payload;
import org.vigie.simulator.net.frame.Signing;
import org.vigie.simulator.net.message.Messages;

/**
 * What becomes of a packet that has reached the vehicle: judged by its signature, sent on, taken.
 * Confined to the world's thread.
 */
final class Reception {
  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

  private final int systemId;
  private final LinkRules rules;
  private final Messages messages;
  private final LinkCounters counters;
  private final Routes routes;
  private final Signing signing;
  private final Network network;
  private boolean warned;

  Reception(int systemId, LinkRules rules, Network network, LinkCounters counters) {
    this.systemId = systemId;
    this.network = network;
    this.rules = rules;
    this.messages = network.messages();
    this.counters = counters;
    this.routes = new Routes(systemId, Autopilot.COMPONENT, network.targets());
    this.signing = new Signing(rules.signing());
  }

  /** Signs what is sent. */
  Signing signing() {
    return signing;
  }

  /** A link is gone. */
  void forget(int link) {
    routes.forget(link);
  }

  /**
   * Takes a packet.
   *
   * @param links all that are open
   */
  void take(Autopilot autopilot, Link link, Frame frame, Map<Integer, Link> links, double nowS) {
    if (signing.judge(frame, link.firstPort()) != Signing.Verdict.TAKEN) {
      counters.countUntrusted();
      return;
    }
    link.heardVersion(frame.version(), rules.version());
    Routes.Way way = routes.way(link.id(), frame, links.keySet());
    for (int other : way.onwards()) {
      Link onwards = links.get(other);
      if (onwards != null) {
        counters.countForwarded();
        onwards.depart(frame, nowS);
      }
    }
    if (way.local()) {
      link.pulses().heard(frame, nowS, network.nanos());
      hand(autopilot, link, frame, links, nowS);
    }
  }

  /** The vehicle hears again what it has taken from a station before. */
  void again(Autopilot autopilot, Link link, Frame frame) {
    try {
      autopilot.receive(
          link.id(),
          new Autopilot.Received(frame.systemId(), frame.componentId(), messages.decode(frame)));
    } catch (RuntimeException e) {
      refused(frame, e);
    }
  }

  /** The first is told to everybody, with where it happened: it is a fault of ours. */
  private void refused(Frame frame, RuntimeException e) {
    counters.countRefused();
    if (warned) {
      LOG.debug("vehicle {} could not take message {}", systemId, frame.messageId(), e);
    } else {
      warned = true;
      LOG.warn("vehicle {} could not take message {}", systemId, frame.messageId(), e);
    }
  }

  /** What no station should say stops nothing: it is counted and named in the log. */
  private void hand(
      Autopilot autopilot, Link link, Frame frame, Map<Integer, Link> links, double nowS) {
    try {
      Object payload = messages.decode(frame);
      counters.countReceived();
      if (payload instanceof SetupSigning setup) {
        setUp(autopilot, setup, frame.signed(), links, nowS);
      } else {
        autopilot.receive(
            link.id(), new Autopilot.Received(frame.systemId(), frame.componentId(), payload));
      }
    } catch (RuntimeException e) {
      refused(frame, e);
    }
  }

  private void setUp(
      Autopilot autopilot,
      SetupSigning setup,
      boolean signed,
      Map<Integer, Link> links,
      double nowS) {
    Signing.KeyOutcome outcome =
        signing.setup(
            setup.secretKey(),
            setup.initialTimestamp().longValue(),
            autopilot.controller().armed(),
            signed);
    LOG.info("vehicle {}: signing key {}", systemId, outcome);
    if (outcome == Signing.KeyOutcome.REFUSED_ARMED) {
      Statustext refusal =
          Statustext.builder()
              .severity(MavSeverity.MAV_SEVERITY_WARNING)
              .text("ERROR: Won't setup signing when armed")
              .build();
      Payload payload = messages.code(refusal);
      for (Link link : links.values()) {
        link.frame(Autopilot.COMPONENT, payload, signing)
            .ifPresent(frame -> link.depart(frame, nowS));
      }
    }
  }
}
