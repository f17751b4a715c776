package org.vigie.groundstation.console.canvas;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.client.Profile;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.look.Tokens;
import org.vigie.groundstation.console.model.ProfileScene;

/**
 * Heights along the route: the ground, the planned line, the top of the volume, the aircraft. All
 * above mean sea level.
 *
 * @threading event thread
 */
public final class ProfilePanel extends JComponent {
  private static final long serialVersionUID = 1L;
  private static final int LEFT = 96;
  private static final int RIGHT = 120;
  private static final int TOP = 14;
  private static final int BOTTOM = 22;
  private static final double ROOM_M = 12;

  private final transient Look look;
  private final String title;
  private transient @Nullable ProfileScene scene;

  public ProfilePanel(Look look, String title) {
    this.look = look;
    this.title = title;
    setName("profile");
    setOpaque(true);
    setPreferredSize(new Dimension(400, 112));
  }

  /** Shows the profile of now. */
  public void show(ProfileScene next) {
    if (!next.equals(scene)) {
      scene = next;
      repaint();
    }
  }

  /** Pixels of this panel for distances and altitudes of one profile. */
  private record Scale(double length, double low, double high, int width, int height) {
    static Scale of(Profile profile, @Nullable Double craftM, int width, int height) {
      double low = Double.MAX_VALUE;
      double high = -Double.MAX_VALUE;
      double length = 1;
      for (Profile.Point point : profile.points()) {
        double ground = point.groundAmslM() == null ? point.plannedAmslM() : point.groundAmslM();
        low = Math.min(low, Math.min(ground, point.plannedAmslM()));
        high = Math.max(high, Math.max(ground, point.plannedAmslM()));
        length = Math.max(length, point.distanceM());
      }
      if (profile.volumeTopAmslM() != null) {
        high = Math.max(high, profile.volumeTopAmslM());
      }
      if (craftM != null) {
        high = Math.max(high, craftM);
      }
      return new Scale(length, low - ROOM_M, high + ROOM_M, width, height);
    }

    double x(double distanceM) {
      return LEFT + distanceM / length * (width - LEFT - RIGHT);
    }

    double y(double amslM) {
      return TOP + (high - amslM) / (high - low) * (height - TOP - BOTTOM);
    }
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D pen = Look.smooth(graphics.create());
    Tokens tokens = look.tokens();
    pen.setColor(tokens.surface());
    pen.fillRect(0, 0, getWidth(), getHeight());
    pen.setFont(look.small());
    pen.setColor(tokens.muted());
    ProfileScene now = scene;
    Profile profile = now == null ? null : now.profile();
    if (now == null || profile == null) {
      pen.drawString(title, 16, 24);
      String empty = now == null ? "" : now.empty();
      FontMetrics metrics = pen.getFontMetrics();
      pen.drawString(empty, (getWidth() - metrics.stringWidth(empty)) / 2, getHeight() / 2 + 5);
    } else {
      Scale scale = Scale.of(profile, now.amslM(), getWidth(), getHeight());
      ground(pen, profile.points(), scale);
      lines(pen, profile, scale, now.fresh());
      craft(pen, now, scale);
    }
    pen.dispose();
  }

  private void ground(Graphics2D pen, List<Profile.Point> points, Scale scale) {
    Path2D.Double ground = new Path2D.Double();
    boolean begun = false;
    double lastX = 0;
    for (Profile.Point point : points) {
      Double amsl = point.groundAmslM();
      if (amsl == null) {
        continue;
      }
      lastX = scale.x(point.distanceM());
      if (!begun) {
        ground.moveTo(lastX, scale.y(scale.low()));
        begun = true;
      }
      ground.lineTo(lastX, scale.y(amsl));
    }
    if (begun) {
      ground.lineTo(lastX, scale.y(scale.low()));
      ground.closePath();
      pen.setColor(look.tokens().line());
      pen.fill(ground);
    }
  }

  private void lines(Graphics2D pen, Profile profile, Scale scale, boolean fresh) {
    Tokens tokens = look.tokens();
    double right = getWidth() - RIGHT;
    Double top = profile.volumeTopAmslM();
    if (top != null) {
      pen.setColor(tokens.amber());
      pen.setStroke(Strokes.dashes(1.5f, 9, 6));
      pen.draw(new Line2D.Double(LEFT, scale.y(top), right, scale.y(top)));
      mark(pen, top, scale, tokens.amber());
    }
    Path2D.Double plan = new Path2D.Double();
    String leg = "";
    for (Profile.Point point : profile.points()) {
      double x = scale.x(point.distanceM());
      if (leg.isEmpty()) {
        plan.moveTo(x, scale.y(point.plannedAmslM()));
      } else {
        plan.lineTo(x, scale.y(point.plannedAmslM()));
        if (!leg.equals(point.leg())) {
          pen.setColor(tokens.line());
          pen.setStroke(Strokes.solid(1));
          pen.draw(new Line2D.Double(x, TOP, x, getHeight() - (double) BOTTOM));
        }
      }
      leg = point.leg();
    }
    pen.setColor(Tokens.faded(tokens.magenta(), fresh ? 1 : 0.45));
    pen.setStroke(Strokes.solid(2));
    pen.draw(plan);
    mark(pen, scale.low() + ROOM_M, scale, tokens.muted());
    pen.setColor(tokens.muted());
    pen.drawString("0", LEFT, getHeight() - 6);
    String length = Math.round(scale.length()) + "\u00a0m";
    pen.drawString(length, (int) right - pen.getFontMetrics().stringWidth(length), getHeight() - 6);
    pen.drawString(title, 0.5f + LEFT + 24, getHeight() - 6f);
  }

  private void mark(Graphics2D pen, double amslM, Scale scale, Color color) {
    String text = Math.round(amslM) + "\u00a0m\u00a0AMSL";
    pen.setColor(color);
    pen.drawString(
        text,
        LEFT - 8 - pen.getFontMetrics().stringWidth(text),
        (int) Math.max(14, Math.min(getHeight() - 8.0, scale.y(amslM) + 5)));
  }

  private void craft(Graphics2D pen, ProfileScene now, Scale scale) {
    if (now.distanceM() == null || now.amslM() == null) {
      return;
    }
    double x = scale.x(now.distanceM());
    double y = scale.y(now.amslM());
    Color color = now.fresh() ? look.tokens().flown() : Tokens.faded(look.tokens().muted(), 0.8);
    pen.setColor(color);
    pen.setStroke(Strokes.solid(1));
    pen.draw(new Line2D.Double(x, y, x, scale.y(scale.low())));
    pen.fill(new Ellipse2D.Double(x - 5, y - 5, 10, 10));
    pen.drawString(now.label(), getWidth() - RIGHT + 8, (int) Math.max(16, y + 5));
  }
}
