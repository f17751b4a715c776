package org.vigie.groundstation.console.screen;

import java.awt.KeyEventDispatcher;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.text.JTextComponent;
import org.vigie.groundstation.console.canvas.MapPanel;
import org.vigie.groundstation.console.model.ConsoleKey;

/**
 * Keys of the console, before any field sees them: a safety key works while a reason is typed. A
 * key that the system repeats acts once.
 */
final class Keys implements KeyEventDispatcher {
  private static final Map<Integer, ConsoleKey> CODES =
      Stream.of(ConsoleKey.values()).collect(Collectors.toMap(Keys::code, key -> key));
  private static final double STEP = 0.25;
  private static final Set<ConsoleKey> HELD =
      EnumSet.of(ConsoleKey.CLEAR, ConsoleKey.RESUME, ConsoleKey.TERMINATE);

  private final Actions actions;
  private final MapPanel map;
  private final Runnable refuse;
  private final Set<ConsoleKey> down = EnumSet.noneOf(ConsoleKey.class);

  Keys(Actions actions, MapPanel map, Runnable refuse) {
    this.actions = actions;
    this.map = map;
    this.refuse = refuse;
  }

  private static int code(ConsoleKey key) {
    return KeyEvent.VK_F1 + Integer.parseInt(key.key().substring(1)) - 1;
  }

  @Override
  public boolean dispatchKeyEvent(KeyEvent event) {
    ConsoleKey key = CODES.get(event.getKeyCode());
    if (key != null && !event.isAltDown()) {
      function(key, event.getID(), Instant.ofEpochMilli(event.getWhen()));
      event.consume();
      return true;
    }
    return event.getID() == KeyEvent.KEY_PRESSED && other(event);
  }

  private void function(ConsoleKey key, int what, Instant when) {
    if (what == KeyEvent.KEY_PRESSED) {
      if (HELD.contains(key)) {
        actions.press(key, when); // a repeat is told from a new hold by the model
      } else if (down.add(key)) {
        pressed(key, when);
      }
    } else if (what == KeyEvent.KEY_RELEASED) {
      down.remove(key);
      actions.release(key, when);
    }
  }

  private void pressed(ConsoleKey key, Instant when) {
    if (key == ConsoleKey.FIT) {
      map.fit();
    } else if (key == ConsoleKey.REFUSE) {
      refuse.run();
    } else {
      actions.press(key, when);
    }
  }

  /** The window lost the keys: releases of held ones will never come. */
  void letGo() {
    down.clear();
    actions.letGo();
  }

  private boolean other(KeyEvent event) {
    int code = event.getKeyCode();
    if (event.isAltDown() && code >= KeyEvent.VK_1 && code <= KeyEvent.VK_9) {
      actions.selectFlightAt(code - KeyEvent.VK_0);
      return true;
    }
    if (code == KeyEvent.VK_ESCAPE) {
      return actions.escape();
    }
    if (code == KeyEvent.VK_ENTER && !typing(event) && !(event.getComponent() instanceof JButton)) {
      return actions.enter();
    }
    boolean mapKeys = (event.getModifiersEx() & InputEvent.CTRL_DOWN_MASK) != 0 || !typing(event);
    return mapKeys && map(code);
  }

  private static boolean typing(KeyEvent event) {
    return event.getComponent() instanceof JTextComponent;
  }

  private boolean map(int code) {
    switch (code) {
      case KeyEvent.VK_LEFT -> map.pan(-STEP, 0);
      case KeyEvent.VK_RIGHT -> map.pan(STEP, 0);
      case KeyEvent.VK_UP -> map.pan(0, -STEP);
      case KeyEvent.VK_DOWN -> map.pan(0, STEP);
      case KeyEvent.VK_PLUS, KeyEvent.VK_ADD, KeyEvent.VK_EQUALS -> map.zoom(1);
      case KeyEvent.VK_MINUS, KeyEvent.VK_SUBTRACT -> map.zoom(-1);
      default -> {
        return false;
      }
    }
    return true;
  }
}
