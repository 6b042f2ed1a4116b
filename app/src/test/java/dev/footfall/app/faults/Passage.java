package dev.footfall.app.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** One request on its way through the {@link FaultProxy}. */
final class Passage {
  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_HEAD = 1 << 16;

  private final FaultProxy proxy;
  private final Socket client;
  private final Random random;
  private final byte[] request;

  private Passage(FaultProxy proxy, Socket client, Random random, byte[] request) {
    this.proxy = proxy;
    this.client = client;
    this.random = random;
    this.request = request;
  }

  /** Reads a request whole. */
  static Passage read(FaultProxy proxy, Socket client, long seed) throws IOException {
    InputStream in = client.getInputStream();
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!endsHead(head.toByteArray())) {
      int next = in.read();
      if (next < 0 || head.size() > LONGEST_HEAD) {
        throw new EOFException();
      }
      head.write(next);
    }
    String text = head.toString(StandardCharsets.ISO_8859_1);
    head.writeBytes(in.readNBytes(length(text)));
    return new Passage(proxy, client, new Random(seed), closing(head.toByteArray(), text));
  }

  private static boolean endsHead(byte[] bytes) {
    int from = bytes.length - END_OF_HEAD.length;
    return from >= 0 && Arrays.equals(bytes, from, bytes.length, END_OF_HEAD, 0, 4);
  }

  private static int length(String head) {
    if (head.toLowerCase(Locale.ROOT).contains("transfer-encoding")) {
      throw new IllegalStateException("the proxy reads no chunked requests");
    }
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
        .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
        .findFirst()
        .orElse(0);
  }

  /** The same message, after which the connection is closed. */
  private static byte[] closing(byte[] message, String head) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String line : head.strip().split("\r\n")) {
      if (!line.toLowerCase(Locale.ROOT).matches("(connection|upgrade|http2-settings):.*")) {
        out.writeBytes((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    out.writeBytes("Connection: close\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    out.write(message, head.length(), message.length - head.length());
    return out.toByteArray();
  }

  /** Whom the request is for: the first part of its path. */
  String platform() {
    int most = Math.min(400, request.length);
    return new String(request, 0, most, StandardCharsets.ISO_8859_1).split("[ /?]+", 3)[1];
  }

  /**
   * Passes the request on; what the platform answers. It says that the connection ends, or a client
   * might keep it for its next request.
   */
  byte[] answer() throws IOException {
    try (Socket platform = new Socket(InetAddress.getLoopbackAddress(), proxy.platformPort())) {
      platform.getOutputStream().write(request);
      platform.getOutputStream().flush();
      byte[] answer = platform.getInputStream().readAllBytes();
      return closing(answer, head(answer));
    }
  }

  /** Where the middle of an answer's body is; its last byte but one when it is tiny. */
  int middle(byte[] answer) {
    return answer.length - Math.max(1, body(answer).length / 2);
  }

  byte[] body(byte[] answer) {
    return Arrays.copyOfRange(answer, head(answer).length(), answer.length);
  }

  /** With the empty line that ends it. */
  private static String head(byte[] message) {
    String text = new String(message, StandardCharsets.ISO_8859_1);
    return text.substring(0, text.indexOf("\r\n\r\n") + END_OF_HEAD.length);
  }

  static byte[] response(int status, String type, String headers, byte[] body) {
    String head =
        "HTTP/1.1 %d Weather\r\nContent-Type: %s\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(status, type, headers, body.length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(body);
    return out.toByteArray();
  }

  int pick(int choices) {
    return random.nextInt(choices);
  }

  /** A line of one of the forms that are seen in the wild. */
  String retryAfter() {
    Instant soon = proxy.time().now().plusSeconds(1L + random.nextInt(90));
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(soon.atZone(ZoneOffset.UTC));
    String past = "Sun, 06 Nov 1994 08:49:37 GMT";
    String seconds = String.valueOf(1 + random.nextInt(90));
    String[] forms = {"", seconds, date, "0", "-5", "soon", "1.5", past, seconds + " ", ""};
    String form = forms[random.nextInt(forms.length)];
    return form.isEmpty() ? "" : "Retry-After: " + form + "\r\n";
  }

  /** Tells the proxy until when nobody may come. */
  void throttled(String header) {
    String value = header.substring(header.indexOf(':') + 1).strip();
    Instant now = proxy.time().now();
    if (value.matches("\\d+")) {
      proxy.hold(platform(), now.plus(Duration.ofSeconds(Long.parseLong(value))));
    } else if (value.endsWith("GMT")) {
      proxy.hold(
          platform(),
          DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, ZonedDateTime::from).toInstant());
    }
  }

  void pause(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IOException(ended);
    }
  }

  /** Until the other side has given up. */
  void untilGone() throws IOException {
    client.getInputStream().readAllBytes();
  }
}
