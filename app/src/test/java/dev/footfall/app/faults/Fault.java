package dev.footfall.app.faults;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** What may happen to a request on its way. */
enum Fault {
  /** Passed on; the answer comes back whole. */
  NONE {
    @Override
    void strike(Passage passage, Socket client) throws IOException {
      client.getOutputStream().write(passage.answer());
    }
  },

  /** The answer comes 50 ms late. */
  LATE {
    @Override
    void strike(Passage passage, Socket client) throws IOException {
      byte[] answer = passage.answer();
      passage.pause(50);
      client.getOutputStream().write(answer);
    }
  },

  /** Accepted; no answer ever comes. */
  SILENCE_AFTER_ACCEPTANCE {
    @Override
    void strike(Passage passage, Socket client) throws IOException {
      passage.answer();
      passage.untilGone();
    }
  },

  /** The connection is reset before the platform saw anything. */
  RESET_BEFORE {
    @Override
    void strike(Passage passage, Socket client) throws IOException {
      client.setSoLinger(true, 0);
    }
  },

  /** Accepted; then the connection is reset. */
  RESET_AFTER_ACCEPTANCE {
    @Override
    void strike(Passage passage, Socket client) throws IOException {
      passage.answer();
      client.setSoLinger(true, 0);
    }
  },

  /** Accepted; the connection ends in the middle of the answer. */
  CUT_BODY {
    @Override
    void strike(Passage passage, Socket client) throws IOException {
      byte[] answer = passage.answer();
      client.getOutputStream().write(answer, 0, passage.middle(answer));
    }
  },

  /** Accepted; the answer begins and does not go on. */
  STALLED_BODY {
    @Override
    void strike(Passage passage, Socket client) throws IOException {
      byte[] answer = passage.answer();
      client.getOutputStream().write(answer, 0, passage.middle(answer));
      client.getOutputStream().flush();
      passage.untilGone();
    }
  },

  /** Accepted; the answer says that it is shorter than it is. */
  WRONG_LENGTH {
    @Override
    void strike(Passage passage, Socket client) throws IOException {
      byte[] body = passage.body(passage.answer());
      byte[] half = Arrays.copyOf(body, body.length / 2);
      client.getOutputStream().write(Passage.response(200, "application/json", "", half));
    }
  },

  /** Accepted; the answer claims to be gzip and is noise. */
  BAD_GZIP {
    @Override
    void strike(Passage passage, Socket client) throws IOException {
      passage.answer();
      byte[] noise = new byte[200];
      ThreadLocalRandom.current().nextBytes(noise);
      String encoding = "Content-Encoding: gzip\r\n";
      client.getOutputStream().write(Passage.response(200, "application/json", encoding, noise));
    }
  },

  /** Somebody in between answers with a page, and all seems well. */
  PAGE_INSTEAD {
    @Override
    void strike(Passage passage, Socket client) throws IOException {
      client.getOutputStream().write(Passage.response(200, "text/html", "", PAGE));
    }
  },

  /** A gateway's page of error. */
  BAD_GATEWAY {
    @Override
    void strike(Passage passage, Socket client) throws IOException {
      client.getOutputStream().write(Passage.response(502, "text/html", "", PAGE));
    }
  },

  /** 500, 502, 503 or 504 without a word. */
  UNAVAILABLE {
    @Override
    void strike(Passage passage, Socket client) throws IOException {
      int status = new int[] {500, 502, 503, 504}[passage.pick(4)];
      client.getOutputStream().write(Passage.response(status, "application/json", "", new byte[0]));
    }
  },

  /** 429 with any form of Retry-After, or none. */
  THROTTLED {
    @Override
    void strike(Passage passage, Socket client) throws IOException {
      String header = passage.retryAfter();
      passage.throttled(header);
      client
          .getOutputStream()
          .write(Passage.response(429, "application/json", header, new byte[0]));
    }
  };

  private static final byte[] PAGE =
      "<html><head><title>Sign in</title></head><body>Welcome</body></html>"
          .getBytes(StandardCharsets.UTF_8);

  /** Does it; the connection is closed afterwards. */
  abstract void strike(Passage passage, Socket client) throws IOException;
}
