package dev.footfall.sandbox.web;

import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.PlatformDouble;
import dev.footfall.sandbox.platform.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * The page for people: what each platform has accepted and refused.
 *
 * <p>Everything is rendered and escaped here; the page's own small script only fetches the changing
 * part again. It loads nothing from elsewhere, and its content security policy sees to that.
 */
final class Page {
  private static final String LIVE = "{{live}}";

  private final Live live;
  private final String before;
  private final String after;
  private final String policy;

  Page(List<PlatformDouble> platforms) {
    this.live = new Live(platforms);
    String css = resource("page.css");
    String script = resource("page.js");
    String html = resource("page.html").replace("{{css}}", css).replace("{{script}}", script);
    this.before = html.substring(0, html.indexOf(LIVE));
    this.after = html.substring(html.indexOf(LIVE) + LIVE.length());
    this.policy =
        "default-src 'none'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none';"
            + (" style-src 'sha256-"
                + digest(css)
                + "'; script-src 'sha256-"
                + digest(script)
                + "'");
  }

  Reply answer(String method, String query) {
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return Reply.json(405, Json.object("error", "method not allowed"));
    }
    String body = "live".equals(query) ? live.html() : before + live.html() + after;
    return Reply.of(200, "text/html; charset=utf-8", body)
        .with("Content-Security-Policy", policy)
        .with("Cache-Control", "no-store")
        .with("X-Content-Type-Options", "nosniff");
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
