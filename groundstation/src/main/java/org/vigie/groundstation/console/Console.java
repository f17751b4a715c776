package org.vigie.groundstation.console;

import java.awt.AWTError;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.swing.JFrame;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.client.StationAddress;
import org.vigie.groundstation.client.StationClient;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.model.ConsoleModel;
import org.vigie.groundstation.console.screen.ConsoleWindow;
import org.vigie.groundstation.text.Texts;
import org.vigie.groundstation.time.StationClock;

/**
 * An open console.
 *
 * @threading thread-safe; not to be opened or closed on the event thread
 */
public final class Console implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Console.class);
  private static final long FIGURES_EVERY_MS = 5_000;

  /**
   * Java's default on X11 sends every smooth edge and each video picture to the X server on its
   * own: event thread delay p99 105 ms, as against 7 ms without, on two busy cores.
   */
  private static final String XRENDER = "sun.java2d.xrender";

  /** A station sends one a second. */
  private static final long FIRST_SNAPSHOT_MAX_S = 2;

  /** A machine that is shutting down may have stopped the event thread already. */
  private static final long CLOSE_MAX_S = 3;

  private final ConsoleOptions options;
  private final StationClient client;
  private final StationClock clock;
  private final EdtWatch watch;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicBoolean closing = new AtomicBoolean();
  private @Nullable Session session;
  private @Nullable ConsoleWindow window;
  private volatile long readyMs = -1;

  private Console(ConsoleOptions options, StationClient client, StationClock clock) {
    this.options = options;
    this.client = client;
    this.clock = clock;
    this.watch = new EdtWatch(clock);
  }

  /**
   * Opens the console and returns when its window has been painted whole, with what the station
   * said first.
   *
   * @param clock the machine's clock, as it is; ages and held keys are counted by it
   * @throws ConsoleRefusedException if there is no display, no such station or no valid token and
   *     nobody to ask: says what, in the options' language
   */
  public static Console open(ConsoleOptions options, StationClock clock)
      throws ConsoleRefusedException, InterruptedException {
    Texts texts = Texts.in(options.language());
    if (System.getProperty(XRENDER) == null) {
      System.setProperty(XRENDER, "false");
    }
    if (GraphicsEnvironment.isHeadless()) {
      throw new ConsoleRefusedException(texts.get("console.no-display"));
    }
    StationAddress address = address(options, texts);
    Optional<String> given = TokenSource.find(options, texts);
    if (given.isEmpty() && !options.interactive()) {
      throw new ConsoleRefusedException(
          texts.get("console.token.none", ConsoleOptions.TOKEN_VARIABLE));
    }
    ImageIO.setUseCache(false); // the map's library would make a file for its one small picture
    FutureTask<Look> look =
        new FutureTask<>(
            () -> {
              Look installed = Look.install(options.dark());
              Rehearsal.begin(installed, texts);
              return installed;
            });
    EventQueueStart.later(look, texts);
    String trouble = "";
    while (true) {
      String token = given.isPresent() ? given.get() : ask(look, texts, address, trouble);
      StationClient client = new StationClient(address, token, options.language(), clock);
      try {
        Greeting greeting = Greeting.with(client, address.toString(), texts);
        Console console = new Console(options, client, clock);
        console.build(EventQueueStart.get(look, texts), texts, greeting);
        return console;
      } catch (Greeting.TokenRefusedException e) {
        client.close();
        trouble = String.valueOf(e.getMessage());
        if (given.isPresent()) {
          throw new ConsoleRefusedException(trouble);
        }
      } catch (ConsoleRefusedException | RuntimeException e) {
        client.close();
        throw e;
      }
    }
  }

  private static StationAddress address(ConsoleOptions options, Texts texts)
      throws ConsoleRefusedException {
    try {
      return StationAddress.of(options.station());
    } catch (IllegalArgumentException e) {
      throw new ConsoleRefusedException(texts.get("console.station.wrong", options.station()));
    }
  }

  private static String ask(
      FutureTask<Look> look, Texts texts, StationAddress address, String trouble)
      throws ConsoleRefusedException, InterruptedException {
    Look shown = EventQueueStart.get(look, texts);
    Optional<String> token =
        EventQueueStart.run(
            () -> LoginDialog.ask(shown, texts, address.toString(), trouble), texts);
    return token.orElseThrow(
        () -> new ConsoleRefusedException(texts.get("console.login.given-up")));
  }

  /** What has to be done on the event thread, and what goes wrong when there is no display. */
  private static final class EventQueueStart {
    private EventQueueStart() {}

    static void later(Runnable task, Texts texts) throws ConsoleRefusedException {
      try {
        EventQueue.invokeLater(task);
      } catch (AWTError | HeadlessException | LinkageError e) {
        throw new ConsoleRefusedException(texts.get("console.no-display"));
      }
    }

    static <T> T get(FutureTask<T> task, Texts texts)
        throws ConsoleRefusedException, InterruptedException {
      try {
        return task.get();
      } catch (ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof AWTError
            || cause instanceof HeadlessException
            || cause instanceof LinkageError) {
          throw new ConsoleRefusedException(texts.get("console.no-display"));
        }
        throw new IllegalStateException("the window could not be built", cause);
      }
    }

    static <T> T run(Callable<T> task, Texts texts)
        throws ConsoleRefusedException, InterruptedException {
      FutureTask<T> run = new FutureTask<>(task);
      later(run, texts);
      return get(run, texts);
    }
  }

  private void build(Look look, Texts texts, Greeting greeting)
      throws ConsoleRefusedException, InterruptedException {
    EventQueueStart.run(
        () -> {
          ConsoleModel model = new ConsoleModel(texts, options.zone(), clock.now());
          if (greeting.who() != null) {
            model.who(greeting.who());
          }
          Session opened = new Session(client, model, clock, watch);
          ConsoleWindow shown =
              new ConsoleWindow(
                  look,
                  texts,
                  clock,
                  opened,
                  () -> {
                    if (opened.closeAsked()) {
                      closer().start();
                    }
                  });
          session = opened;
          window = shown;
          shown.open();
          opened.start(shown);
          return model;
        },
        texts);
    Session opened = session;
    if (opened != null && !opened.awaitFirst(FIRST_SNAPSHOT_MAX_S)) {
      LOG.info("no snapshot yet: the window is there, and empty");
    }
    EventQueueStart.run(() -> null == window, texts); // behind the painting that was asked for
    readyMs = Figures.sinceStart(clock.now());
    watch.start();
    if (options.figures() != null) {
      Thread writer = new Thread(this::writeFigures, "figures");
      writer.setDaemon(true);
      writer.start();
    }
  }

  private Thread closer() {
    return new Thread(this::close, "console-close");
  }

  private void writeFigures() {
    try {
      do {
        figures().write(options.figures());
      } while (!closed.await(FIGURES_EVERY_MS, TimeUnit.MILLISECONDS));
    } catch (IOException e) {
      LOG.warn("no figures: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Figures figures() {
    return new Figures(readyMs, watch.figures());
  }

  /** How long events have waited since the window was ready. */
  public EdtFigures edtFigures() {
    return watch.figures();
  }

  /** Milliseconds from the start of this Java to the first whole picture, -1 when unknown. */
  public long readyMs() {
    return readyMs;
  }

  /** The window, for tests and pictures; touch it on the event thread. */
  JFrame frame() {
    ConsoleWindow shown = window;
    if (shown == null) {
      throw new IllegalStateException("the console is closed");
    }
    return shown.frame();
  }

  /** Waits until it is closed by its person or by {@link #close}. */
  public void awaitClosed() throws InterruptedException {
    closed.await();
  }

  @Override
  public void close() {
    if (!closing.compareAndSet(false, true)) {
      return;
    }
    CountDownLatch gone = new CountDownLatch(1);
    EventQueue.invokeLater(
        () -> {
          if (session != null) {
            session.stop();
          }
          if (window != null) {
            window.close();
          }
          gone.countDown();
        });
    try {
      if (!gone.await(CLOSE_MAX_S, TimeUnit.SECONDS)) {
        LOG.warn("the event thread does not answer; the console closes without it");
      }
      figures().write(options.figures());
    } catch (IOException e) {
      LOG.warn("no figures: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    watch.close();
    client.close();
    closed.countDown();
  }
}
