package org.vigie.groundstation.console.screen;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.geom.AffineTransform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.client.VideoStatus;
import org.vigie.groundstation.console.film.Film;
import org.vigie.groundstation.console.film.Picture;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.look.Tokens;
import org.vigie.groundstation.console.model.Quantities;
import org.vigie.groundstation.text.Texts;
import org.vigie.groundstation.time.StationClock;

/**
 * The aircraft's picture with its age. Older than a second it greys and says so: a frozen picture
 * that looks live is the dangerous failure.
 */
final class VideoPanel extends Painted {
  private static final long serialVersionUID = 1L;
  private static final Duration OLD = Duration.ofSeconds(1);

  private final transient Texts texts;
  private final transient Quantities quantities;
  private final transient StationClock clock;
  private transient @Nullable Film film;
  private String painted = "";
  private boolean greyed;

  VideoPanel(Look look, Texts texts, StationClock clock) {
    super(look, "video");
    this.texts = texts;
    this.quantities = new Quantities(texts);
    this.clock = clock;
    addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent event) {
            tellSize();
          }
        });
  }

  /** Shows another source, or none. */
  void film(@Nullable Film next) {
    film = next;
    tellSize();
    repaint();
  }

  private void tellSize() {
    Film now = film;
    if (now != null && getWidth() > 0 && getGraphicsConfiguration() != null) {
      AffineTransform device = getGraphicsConfiguration().getDefaultTransform();
      now.size(
          (int) Math.round(getWidth() * device.getScaleX()),
          (int) Math.round(getHeight() * device.getScaleY()));
    }
  }

  /** A moment has passed: repaints when what is said of the picture has changed. */
  void tick() {
    Film now = film;
    Picture picture = now == null ? null : now.picture();
    Instant at = clock.now();
    boolean old = picture != null && old(picture, at);
    if (old != greyed || !said(now, picture, at).equals(painted)) {
      repaint();
    }
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(320, 180);
  }

  @Override
  Color ground() {
    return tokens.background();
  }

  @Override
  void paint(Graphics2D pen, int width, int height) {
    Film now = film;
    Picture picture = now == null ? null : now.picture();
    Instant at = clock.now();
    painted = said(now, picture, at);
    getAccessibleContext().setAccessibleDescription(painted);
    greyed = false;
    if (picture == null) {
      words(pen, width, height, painted);
      return;
    }
    image(pen, picture, width, height);
    greyed = old(picture, at);
    if (greyed) {
      pen.setColor(Tokens.faded(tokens.background(), 0.7));
      pen.fillRect(0, 0, width, height);
      words(pen, width, height, painted);
    } else {
      pen.setFont(look.small());
      FontMetrics metrics = pen.getFontMetrics();
      int wide = metrics.stringWidth(painted) + 12;
      pen.setColor(Tokens.faded(new Color(0x0E1318), 0.7));
      pen.fillRect(8, height - 30, wide, 22);
      pen.setColor(Color.WHITE);
      pen.drawString(painted, 14, height - 14);
    }
  }

  /** One pixel of the picture on one of the screen: nothing is scaled here. */
  private static void image(Graphics2D pen, Picture picture, int width, int height) {
    AffineTransform device = pen.getTransform();
    double scale = Math.max(0.1, device.getScaleX());
    int wide = (int) Math.round(picture.image().getWidth() / scale);
    int high = (int) Math.round(picture.image().getHeight() / scale);
    int left = (width - wide) / 2;
    int top = (height - high) / 2;
    if (scale == 1) {
      pen.drawImage(picture.image(), left, top, null);
    } else {
      pen.drawImage(picture.image(), left, top, wide, high, null);
    }
  }

  private static boolean old(Picture picture, Instant at) {
    Instant taken = picture.takenAt();
    return taken == null || Duration.between(taken, at).compareTo(OLD) > 0;
  }

  private String said(@Nullable Film now, @Nullable Picture picture, Instant at) {
    if (now == null) {
      return texts.get("console.video.none");
    }
    VideoStatus status = now.status();
    if (status.kind() == VideoStatus.Kind.REFUSED) {
      return texts.get(
          "console.video.refused",
          texts.name("console.video.cut", status.words()),
          status.article());
    }
    if (status.kind() == VideoStatus.Kind.ENDED) {
      return texts.get("console.video.ended", texts.name("console.video.cut", status.words()));
    }
    if (now.unable()) {
      return texts.get("console.video.unable");
    }
    if (picture != null) {
      Instant taken = picture.takenAt();
      if (taken == null) {
        return texts.get("console.video.age-unknown");
      }
      String age = quantities.age(Duration.between(taken, at));
      return texts.get(old(picture, at) ? "console.video.old" : "console.video.age", age);
    }
    return switch (status.kind()) {
      case NO_FLIGHT -> texts.get("console.video.no-flight");
      case ABSENT -> texts.get("console.video.absent");
      case OPEN -> texts.get("console.video.waiting");
      default -> texts.get("console.video.connecting");
    };
  }

  private void words(Graphics2D pen, int width, int height, String text) {
    pen.setFont(look.body());
    pen.setColor(tokens.muted());
    FontMetrics metrics = pen.getFontMetrics();
    List<String> lines = Wrap.lines(text, metrics, width - 32);
    int top = height / 2 - (lines.size() - 1) * 10 + 5;
    for (String line : lines) {
      pen.drawString(line, (width - metrics.stringWidth(line)) / 2, top);
      top += 20;
    }
  }
}
