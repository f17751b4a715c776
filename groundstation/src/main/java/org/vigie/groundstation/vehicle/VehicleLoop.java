package org.vigie.groundstation.vehicle;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.FrameWriter;
import org.vigie.groundstation.mavlink.Messages;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.groundstation.time.Scheduler;
import org.vigie.groundstation.time.StationClock;

/**
 * The one writer of a vehicle's state: a thread that takes what came in, in the order safety
 * orders, other orders, protocol answers, newest telemetry, tick; and sends what machines and
 * supervisor want sent. All public methods are thread-safe and none blocks.
 *
 * <p><b>When it dies of a bug</b> (of its own or of the supervisor), it stops acting, cries by
 * {@link VehicleAlarm#loopFailed}, refuses every order visibly and keeps its last snapshot. Its
 * heartbeats stop with it, on purpose: they say "somebody supervises this flight", which is no
 * longer true, and the vehicle's own station failsafe then brings it back. What remains is {@link
 * #sendDirect}, which needs nothing of the loop.
 */
public final class VehicleLoop<I> implements FrameSink, AutoCloseable {
  /** Supervision runs at 10 Hz. */
  private static final Duration TICK = Duration.ofMillis(100);

  /** How often a direct order is sent at once: nobody listens for its answer. */
  private static final int DIRECT_COPIES = 3;

  /** How long closing waits for the thread's last turn. */
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

  /**
   * Telemetry of which only the newest counts. All else is protocol: answers, HEARTBEAT,
   * STATUSTEXT, MISSION_ITEM_REACHED.
   */
  private static final Set<Integer> NEWEST_WINS =
      Set.of(1, 2, 24, 30, 32, 33, 36, 42, 62, 65, 74, 87, 116, 136, 147, 162, 193, 230, 242, 245);

  private final VehicleSettings settings;
  private final StationClock clock;
  private final Scheduler scheduler;
  private final FrameTap tap;
  private final VehicleAlarm alarm;
  private final Inbox<I> inbox = new Inbox<>();
  private final VehicleCore<I> core;
  private final FrameWriter writer;
  private final Thread thread;
  private final Peering peering = new Peering();
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong strange = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong notSent = new AtomicLong();
  private final AtomicLong overwritten = new AtomicLong();
  private final AtomicLong protocolLost = new AtomicLong();
  private final AtomicLong unreadable = new AtomicLong();
  private final AtomicLong inputsRefused = new AtomicLong();
  private volatile VehicleSnapshot snapshot;
  private volatile boolean failed;
  private volatile Scheduler.@Nullable Cancellable ticks;
  private @Nullable FrameOutlet heardFrom;

  /**
   * A loop that waits for {@link #start}.
   *
   * @param supervisor called on the loop's thread only
   * @param tap sees every frame, on links' threads and the loop's
   */
  public VehicleLoop(
      VehicleSettings settings,
      StationClock clock,
      Scheduler scheduler,
      Supervisor<I> supervisor,
      FrameTap tap,
      VehicleAlarm alarm) {
    this.settings = settings;
    this.clock = clock;
    this.scheduler = scheduler;
    this.tap = tap;
    this.alarm = alarm;
    writer = new FrameWriter(settings.stationSystemId(), settings.stationComponentId());
    core = new VehicleCore<>(settings, supervisor, this::transmit);
    snapshot = core.snapshot();
    thread = new Thread(this::run, "vehicle-" + settings.vehicleId());
    thread.setDaemon(true);
  }

  /** Begins; called once. */
  public void start() {
    thread.start();
    ticks = scheduler.every(TICK, inbox::tick);
  }

  public String vehicleId() {
    return settings.vehicleId();
  }

  public int systemId() {
    return settings.systemId();
  }

  /**
   * A pilot's safety order: taken before everything else.
   *
   * @return false if the loop has stopped, or hangs with 64 such orders waiting; show it
   */
  public boolean offerSafety(I input) {
    return counted(inbox.offerSafety(input));
  }

  /**
   * Any other input.
   *
   * @return false if the loop has stopped or 64 inputs wait already; show it
   */
  public boolean offer(I input) {
    return counted(inbox.offerCommand(input));
  }

  /**
   * Sends an order to hold, return or land past loop and supervisor, three times, and waits for no
   * answer: for a loop that died.
   *
   * @return false if no link took it
   * @throws IllegalArgumentException if the mode does not remove risk
   */
  public boolean sendDirect(FlightMode mode) {
    if (!mode.removesRisk()) {
      throw new IllegalArgumentException(mode.name() + " does not remove risk");
    }
    boolean taken = false;
    for (int i = 0; i < DIRECT_COPIES; i++) {
      taken |= transmit(settings.profile().setMode(mode).to(settings.peer(), i));
    }
    return taken;
  }

  /** The last published snapshot; see {@link #healthy}. */
  public VehicleSnapshot snapshot() {
    return snapshot;
  }

  /** Whether the loop acts; false for ever after a bug, and the snapshot is old from then on. */
  public boolean healthy() {
    return !failed && thread.isAlive();
  }

  public VehicleCounters counters() {
    return new VehicleCounters(
        received.get(),
        sent.get(),
        notSent.get(),
        overwritten.get(),
        protocolLost.get(),
        unreadable.get(),
        inputsRefused.get(),
        strange.get());
  }

  /** Frames of other systems are not this vehicle's and change nothing. */
  @Override
  public void received(Frame frame, FrameOutlet from) {
    if (frame.systemId() != settings.systemId()) {
      return;
    }
    Instant now = clock.now();
    if (!peering.accepts(frame, from, now)) {
      strange.incrementAndGet();
      return;
    }
    received.incrementAndGet();
    tap.tap(now, FrameTap.Direction.FROM_VEHICLE, frame);
    if (frame.componentId() != VehicleSettings.AUTOPILOT_COMPONENT) {
      return;
    }
    Inbox.Received item = new Inbox.Received(frame, now, from);
    if (NEWEST_WINS.contains(frame.messageId())) {
      if (inbox.offerTelemetry(item) == Inbox.Telemetry.REPLACED) {
        overwritten.incrementAndGet();
      }
    } else if (!inbox.offerProtocol(item) && !inbox.isClosed()) {
      if (protocolLost.incrementAndGet() == 1) {
        alarm.linkFault(settings.vehicleId(), "protocol answers come faster than they are taken");
      }
    }
  }

  /** Stops acting: heartbeats end, what waits is dropped. Closes no link. */
  @Override
  public void close() {
    stopTicks();
    inbox.close();
    try {
      if (Thread.currentThread() != thread) {
        thread.join(CLOSE_PATIENCE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!inbox.isClosed()) {
        turn(inbox.take());
      }
    } catch (InterruptedException e) {
      close();
    } catch (RuntimeException | Error e) {
      failed = true;
      stopTicks();
      inbox.close();
      alarm.loopFailed(settings.vehicleId(), e);
    }
  }

  private void turn(Inbox.Turn<I> turn) {
    Instant now = clock.now();
    turn.safety().forEach(input -> core.onInput(input, now));
    turn.commands().forEach(input -> core.onInput(input, now));
    turn.frames().forEach(item -> onFrame(item, now));
    if (turn.tick()) {
      core.onTick(now);
    }
    snapshot = core.snapshot();
  }

  private void onFrame(Inbox.Received item, Instant now) {
    if (heardFrom != item.from()) {
      heardFrom = item.from();
      core.reconnected();
    }
    VehicleMessage message = Messages.decode(item.frame());
    if (message instanceof VehicleMessage.Unreadable) {
      unreadable.incrementAndGet();
    } else {
      core.onMessage(message, item.at(), now);
    }
  }

  private boolean transmit(VehicleMessage message) {
    FrameOutlet way = peering.way();
    if (way == null) {
      notSent.incrementAndGet();
      return false;
    }
    Frame frame;
    synchronized (writer) {
      frame = writer.write(message);
    }
    if (!way.send(frame)) {
      notSent.incrementAndGet();
      return false;
    }
    sent.incrementAndGet();
    tap.tap(clock.now(), FrameTap.Direction.TO_VEHICLE, frame);
    return true;
  }

  private boolean counted(boolean taken) {
    if (!taken) {
      inputsRefused.incrementAndGet();
    }
    return taken;
  }

  private void stopTicks() {
    Scheduler.Cancellable running = ticks;
    if (running != null) {
      running.cancel();
    }
  }
}
