package org.vigie.groundstation.console.canvas;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.look.Tokens;
import org.vigie.groundstation.console.model.Level;
import org.vigie.groundstation.console.model.MapScene;

/**
 * What moves: the flown line, the incidents, the aircraft with id, height and ten seconds ahead.
 */
final class CraftLayer {
  private static final double GREYED = 0.45;

  private final Look look;

  CraftLayer(Look look) {
    this.look = look;
  }

  void paint(Graphics2D pen, Projection projection, MapScene scene) {
    track(pen, projection, scene.track(), scene.fresh());
    for (MapScene.Spot spot : scene.incidents()) {
      incident(pen, projection, spot);
    }
    for (MapScene.Craft craft : scene.craft()) {
      if (!craft.selected()) {
        craft(pen, projection, craft, scene.fresh());
      }
    }
    for (MapScene.Craft craft : scene.craft()) {
      if (craft.selected()) {
        craft(pen, projection, craft, scene.fresh());
      }
    }
  }

  private void track(Graphics2D pen, Projection projection, List<LatLon> track, boolean fresh) {
    if (track.size() > 1) {
      pen.setColor(Tokens.faded(look.tokens().flown(), fresh ? 1 : GREYED));
      pen.setStroke(Strokes.solid(2));
      pen.draw(projection.at(Mercator.path(track)));
    }
  }

  private void incident(Graphics2D pen, Projection projection, MapScene.Spot spot) {
    Tokens tokens = look.tokens();
    Point2D.Double at = projection.at(spot.position());
    Color color = color(spot);
    double radius = projection.pixels(spot.uncertaintyM(), spot.position());
    pen.setColor(Tokens.faded(color, 0.6));
    pen.setStroke(Strokes.dashes(1, 4, 4));
    pen.draw(new Ellipse2D.Double(at.x - radius, at.y - radius, 2 * radius, 2 * radius));
    Path2D.Double sign = new Path2D.Double();
    sign.moveTo(at.x, at.y - 9);
    sign.lineTo(at.x + 9, at.y);
    sign.lineTo(at.x, at.y + 9);
    sign.lineTo(at.x - 9, at.y);
    sign.closePath();
    pen.setColor(tokens.background());
    pen.fill(sign);
    pen.setColor(color);
    pen.setStroke(Strokes.solid(2));
    pen.draw(sign);
  }

  private void craft(Graphics2D pen, Projection projection, MapScene.Craft craft, boolean fresh) {
    Tokens tokens = look.tokens();
    Color color = color(craft, fresh);
    Point2D.Double at = projection.at(craft.position());
    if (craft.ahead() != null && fresh) {
      Point2D.Double ahead = projection.at(craft.ahead());
      pen.setColor(color);
      pen.setStroke(Strokes.solid(1.5f));
      pen.draw(new Line2D.Double(at, ahead));
      pen.fill(new Ellipse2D.Double(ahead.x - 2, ahead.y - 2, 4, 4));
    }
    Path2D.Double chevron = new Path2D.Double();
    chevron.moveTo(0, -12);
    chevron.lineTo(9, 10);
    chevron.lineTo(0, 4);
    chevron.lineTo(-9, 10);
    chevron.closePath();
    AffineTransform turn = AffineTransform.getTranslateInstance(at.x, at.y);
    turn.rotate(Math.toRadians(craft.headingDeg()));
    pen.setColor(color);
    pen.fill(turn.createTransformedShape(chevron));
    pen.setColor(tokens.background());
    pen.setStroke(Strokes.solid(1));
    pen.draw(turn.createTransformedShape(chevron));
  }

  /** The words of what moves; aircraft first. */
  List<Label> labels(Projection projection, MapScene scene) {
    List<Label> labels = new ArrayList<>();
    for (MapScene.Craft craft : scene.craft()) {
      String height = craft.height().isEmpty() ? "" : "  " + craft.height();
      labels.add(
          new Label(
              craft.selected() ? Label.Rank.SELECTED_AIRCRAFT : Label.Rank.AIRCRAFT,
              craft.label() + height,
              look.bodyBold(),
              color(craft, scene.fresh()),
              projection.at(craft.position()),
              16,
              15));
    }
    for (MapScene.Spot spot : scene.incidents()) {
      labels.add(
          new Label(
              Label.Rank.INCIDENT,
              spot.id() + " " + spot.label(),
              look.small(),
              color(spot),
              projection.at(spot.position()),
              14,
              0));
    }
    return labels;
  }

  private Color color(MapScene.Spot spot) {
    Tokens tokens = look.tokens();
    return spot.selected() ? tokens.cyan() : spot.open() ? tokens.amber() : tokens.muted();
  }

  private Color color(MapScene.Craft craft, boolean fresh) {
    Tokens tokens = look.tokens();
    Color base =
        craft.level().compareTo(Level.AMBER) >= 0
            ? tokens.of(craft.level())
            : craft.selected() ? tokens.cyan() : craft.active() ? tokens.text() : tokens.muted();
    return fresh ? base : Tokens.faded(tokens.muted(), 0.8);
  }
}
