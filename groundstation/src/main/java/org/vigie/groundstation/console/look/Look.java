package org.vigie.groundstation.console.look;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.UIManager;
import javax.swing.plaf.FontUIResource;

/** Colours and letters of one window. Immutable. */
public final class Look {
  /** Space between things; all distances are multiples of its half. */
  public static final int GRID = 8;

  /** The system's: asking for any other by name makes Java read every font file there is. */
  private static final String FAMILY = Font.SANS_SERIF;

  private final Tokens tokens;
  private final Font small = new Font(FAMILY, Font.PLAIN, 13);
  private final Font body = new Font(FAMILY, Font.PLAIN, 15);
  private final Font bodyBold = new Font(FAMILY, Font.BOLD, 15);
  private final Font large = new Font(FAMILY, Font.BOLD, 20);
  private final Font huge = new Font(FAMILY, Font.BOLD, 32);

  private Look(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The look of a theme; on the event thread, makes it Swing's. */
  public static Look install(boolean dark) {
    Tokens tokens = dark ? Tokens.DARK : Tokens.LIGHT;
    FlatLaf.setGlobalExtraDefaults(defaults(tokens));
    boolean set = dark ? FlatDarkLaf.setup() : FlatLightLaf.setup();
    if (!set) {
      throw new IllegalStateException("this Java has no usable window toolkit");
    }
    Look look = new Look(tokens);
    UIManager.put("defaultFont", new FontUIResource(look.small));
    return look;
  }

  private static Map<String, String> defaults(Tokens tokens) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("@background", hex(tokens.surface()));
    all.put("@foreground", hex(tokens.text()));
    all.put("@disabledForeground", hex(tokens.muted()));
    all.put("@accentColor", hex(tokens.cyan()));
    all.put("@accentFocusColor", hex(tokens.cyan()));
    all.put("@accentUnderlineColor", hex(tokens.cyan()));
    all.put("@componentBackground", hex(tokens.raised()));
    all.put("Component.borderColor", hex(tokens.line()));
    all.put("Component.arc", "4");
    all.put("Button.arc", "4");
    all.put("TextComponent.arc", "4");
    all.put("TabbedPane.tabHeight", "32");
    all.put("TabbedPane.contentSeparatorHeight", "1");
    all.put("TabbedPane.contentAreaColor", hex(tokens.line()));
    all.put("TabbedPane.showTabSeparators", "false");
    all.put("ScrollBar.width", "10");
    all.put("ScrollBar.thumbArc", "4");
    all.put("ScrollBar.track", hex(tokens.surface()));
    return all;
  }

  private static String hex(Color color) {
    return String.format("#%06x", color.getRGB() & 0xFFFFFF);
  }

  /** Smooth edges and letters as the system draws them. */
  public static Graphics2D smooth(Graphics graphics) {
    Graphics2D fine = (Graphics2D) graphics;
    fine.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    fine.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    fine.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return fine;
  }

  public Tokens tokens() {
    return tokens;
  }

  /** 13 pixels. */
  public Font small() {
    return small;
  }

  /** 15 pixels. */
  public Font body() {
    return body;
  }

  /** 15 pixels, bold. */
  public Font bodyBold() {
    return bodyBold;
  }

  /** 20 pixels. */
  public Font large() {
    return large;
  }

  /** 32 pixels. */
  public Font huge() {
    return huge;
  }
}
