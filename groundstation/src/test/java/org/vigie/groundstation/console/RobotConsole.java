package org.vigie.groundstation.console;

import java.awt.AWTError;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.KeyboardFocusManager;
import java.awt.MouseInfo;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JTabbedPane;
import javax.swing.RepaintManager;
import javax.swing.text.JTextComponent;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.text.Language;

/**
 * A console in a process of its own, whose keys and mouse are worked by lines on standard input.
 * Each line is answered by one: {@code down F9}, {@code up F9}, {@code click NAME}, {@code press
 * NAME}, {@code loose NAME}, {@code type TEXT}, {@code text NAME}, {@code focus}, {@code said
 * NAME}, {@code colour NAME}, {@code shot FILE}, {@code violations}, {@code figures}, {@code tab
 * NUMBER}, {@code stall MS}, {@code pace FACTOR}, {@code window close}, {@code window icon}, {@code
 * window back}, {@code quit}.
 */
final class RobotConsole {
  private final Console console;
  private final PacedClock clock;
  private final Robot robot;
  private final List<String> violations;

  private RobotConsole(Console console, PacedClock clock, Robot robot, List<String> violations) {
    this.console = console;
    this.clock = clock;
    this.robot = robot;
    this.violations = violations;
  }

  /** Arguments: URL, token, language, dark or light. */
  public static void main(String[] args) throws Exception {
    List<String> violations = new CopyOnWriteArrayList<>();
    try {
      RepaintManager.setCurrentManager(new Watching(violations));
    } catch (AWTError e) {
      // no display: the console itself is to say so
    }
    ConsoleOptions options =
        new ConsoleOptions(
            args[0],
            null,
            args[1],
            Language.of(args[2]),
            args[3].equals("dark"),
            false,
            null,
            ZoneOffset.UTC);
    try {
      PacedClock clock = new PacedClock();
      Console console = Console.open(options, clock);
      Robot robot = new Robot();
      robot.setAutoDelay(5);
      robot.setAutoWaitForIdle(false);
      new RobotConsole(console, clock, robot, violations).obey();
    } catch (ConsoleRefusedException e) {
      System.out.println("refused " + e.getMessage());
      System.exit(2);
    }
  }

  /** Remembers who touched components off the event thread. */
  private static final class Watching extends RepaintManager {
    private final List<String> violations;

    Watching(List<String> violations) {
      this.violations = violations;
    }

    private void check(JComponent component) {
      if (!EventQueue.isDispatchThread() && component.isShowing()) {
        StringBuilder where = new StringBuilder(component.getClass().getName());
        for (StackTraceElement frame : new Throwable().getStackTrace()) {
          where.append(" < ").append(frame);
        }
        violations.add(where.toString());
      }
    }

    @Override
    public synchronized void addInvalidComponent(JComponent component) {
      check(component);
      super.addInvalidComponent(component);
    }

    @Override
    public void addDirtyRegion(JComponent component, int x, int y, int width, int height) {
      check(component);
      super.addDirtyRegion(component, x, y, width, height);
    }
  }

  private void obey() throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready " + console.readyMs());
    String line = in.readLine();
    while (line != null) {
      String[] words = line.split(" ", 2);
      System.out.println(act(words[0], words.length > 1 ? words[1] : ""));
      line = in.readLine();
    }
    System.exit(0);
  }

  private String act(String verb, String about) throws Exception {
    switch (verb) {
      case "down" -> robot.keyPress(key(about));
      case "up" -> robot.keyRelease(key(about));
      case "click" -> {
        over(about);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
      }
      case "press" -> {
        over(about);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
      }
      case "loose" -> robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
      case "type" -> type(about);
      case "text" -> {
        return onEvents(() -> ((JTextComponent) find(about)).getText());
      }
      case "focus" -> {
        return String.valueOf(
            onEvents(
                () -> name(KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner())));
      }
      case "said" -> {
        return onEvents(() -> find(about).getAccessibleContext().getAccessibleDescription());
      }
      case "colour" -> {
        over(about);
        Point at = MouseInfo.getPointerInfo().getLocation();
        return String.format("%06x", robot.getPixelColor(at.x, at.y).getRGB() & 0xFFFFFF);
      }
      case "shot" -> shot(Path.of(about));
      case "violations" -> {
        return violations.size() + " " + violations.stream().findFirst().orElse("");
      }
      case "figures" -> {
        return console.edtFigures().toString();
      }
      case "stall" -> EventQueue.invokeLater(() -> stall(Long.parseLong(about)));
      case "tab" -> {
        return onEvents(
            () -> {
              ((JTabbedPane) find("tabs")).setSelectedIndex(Integer.parseInt(about));
              return "ok";
            });
      }
      case "pace" -> clock.pace(Double.parseDouble(about));
      case "window" -> window(about);
      case "quit" -> console.close();
      default -> throw new IllegalArgumentException(verb);
    }
    return "ok";
  }

  /** What a window manager would say: a bare display has none. */
  private void window(String what) throws Exception {
    JFrame frame = console.frame();
    int id =
        switch (what) {
          case "close" -> WindowEvent.WINDOW_CLOSING;
          case "icon" -> WindowEvent.WINDOW_ICONIFIED;
          default -> WindowEvent.WINDOW_DEICONIFIED;
        };
    Object unused =
        onEvents(
            () -> {
              frame.dispatchEvent(new WindowEvent(frame, id));
              return id;
            });
  }

  private static void stall(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int key(String name) {
    return name.startsWith("F")
        ? KeyEvent.VK_F1 + Integer.parseInt(name.substring(1)) - 1
        : KeyEvent.getExtendedKeyCodeForChar(name.charAt(0));
  }

  private void type(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      int code = KeyEvent.getExtendedKeyCodeForChar(letter);
      robot.keyPress(code);
      robot.keyRelease(code);
    }
  }

  private static @Nullable String name(@Nullable Component component) {
    return component == null ? null : component.getName();
  }

  private void over(String name) throws Exception {
    Rectangle place =
        onEvents(
            () -> {
              Component component = find(name);
              Point corner = component.getLocationOnScreen();
              return new Rectangle(corner, component.getSize());
            });
    robot.mouseMove((int) place.getCenterX(), (int) place.getCenterY());
  }

  private Component find(String name) {
    Component found = find(console.frame(), name);
    if (found == null) {
      throw new IllegalArgumentException("nothing is called " + name);
    }
    return found;
  }

  private static @Nullable Component find(Container in, String name) {
    for (Component child : in.getComponents()) {
      if (name.equals(child.getName())) {
        return child;
      }
      Component inside = child instanceof Container box ? find(box, name) : null;
      if (inside != null) {
        return inside;
      }
    }
    return null;
  }

  private void shot(Path file) throws Exception {
    Rectangle window = onEvents(() -> console.frame().getBounds());
    BufferedImage image = robot.createScreenCapture(window);
    ImageIO.write(image, "png", file.toFile());
  }

  private static <T> T onEvents(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    EventQueue.invokeLater(task);
    return task.get();
  }
}
