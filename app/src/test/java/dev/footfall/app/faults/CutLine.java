package dev.footfall.app.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A line to a server of this machine, which breaks after a given byte. Whatever came before reaches
 * the other side; so the server may have done what nobody hears of.
 */
final class CutLine implements AutoCloseable {
  private static final int LONGEST_WAIT_SECONDS = 60;

  private final ServerSocket here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int port;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private Optional<Cut> cut = Optional.empty();
  private int times;

  /** Whose bytes are counted: the client's, or the server's. */
  enum Way {
    UP,
    DOWN
  }

  /** What the client notices. */
  enum End {
    CLOSED,
    RESET,
    SILENT
  }

  /** Where a connection breaks, and how. */
  record Cut(Way way, long after, End end) {}

  CutLine(int port) throws IOException {
    this.port = port;
    thread(this::listen);
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "cut-line");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return here.getLocalPort();
  }

  /** So many of the next connections break there. */
  synchronized void cut(Cut where, int connections) {
    cut = Optional.of(where);
    times = connections;
  }

  /** From now on nothing breaks. */
  synchronized void mend() {
    times = 0;
  }

  private synchronized Optional<Cut> next() {
    return times-- > 0 ? cut : Optional.empty();
  }

  /** How many connections broke so far. */
  long broken() {
    return calls.stream().filter(call -> call.isBroken.get()).count();
  }

  /** How many bytes the last connection carried. */
  long carried(Way way) {
    return calls.get(calls.size() - 1).carried(way).get();
  }

  /** Waits until the server knows of every broken connection. */
  void settle() {
    calls.stream().filter(call -> call.isBroken.get()).forEach(Call::settle);
  }

  private void listen() {
    try {
      while (true) {
        Socket client = here.accept();
        Call call = new Call(client, new Socket(InetAddress.getLoopbackAddress(), port), next());
        calls.add(call);
        thread(() -> call.carry(Way.UP));
        thread(() -> call.carry(Way.DOWN));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  @Override
  public void close() throws IOException {
    here.close();
    for (Call call : calls) {
      call.hangUp();
    }
  }

  /** One connection. */
  private static final class Call {
    private final Socket client;
    private final Socket server;
    private final Optional<Cut> cut;
    private final AtomicLong up = new AtomicLong();
    private final AtomicLong down = new AtomicLong();
    private final AtomicBoolean isBroken = new AtomicBoolean();
    private final CompletableFuture<Void> serverEnded = new CompletableFuture<>();

    Call(Socket client, Socket server, Optional<Cut> cut) {
      this.client = client;
      this.server = server;
      this.cut = cut;
    }

    AtomicLong carried(Way way) {
      return way == Way.UP ? up : down;
    }

    void carry(Way way) {
      try {
        InputStream in = (way == Way.UP ? client : server).getInputStream();
        byte[] bytes = new byte[1 << 13];
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
          pass(way, bytes, read);
        }
        (way == Way.UP ? server : client).shutdownOutput();
      } catch (IOException gone) {
        // either side hung up, or the line was cut
      } finally {
        if (way == Way.DOWN) {
          serverEnded.complete(null);
        }
      }
    }

    /** Passes bytes on as far as the line is whole; the server's are read to their end anyway. */
    private void pass(Way way, byte[] bytes, int length) throws IOException {
      if (isBroken.get()) {
        return;
      }
      long before = carried(way).getAndAdd(length);
      long most =
          cut.filter(c -> c.way() == way).map(c -> c.after() - before).orElse(Long.MAX_VALUE);
      (way == Way.UP ? server : client)
          .getOutputStream()
          .write(bytes, 0, (int) Math.min(length, most));
      if (length >= most) {
        isBroken.set(true);
        snap(cut.orElseThrow().end());
      }
    }

    private void snap(End end) throws IOException {
      if (end == End.SILENT) {
        return;
      }
      client.setSoLinger(end == End.RESET, 0);
      client.close();
      server.shutdownOutput();
    }

    void settle() {
      try {
        if (!server.isOutputShutdown()) {
          server.shutdownOutput();
        }
        serverEnded.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        hangUp();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (Exception late) {
        throw new IllegalStateException("the server does not notice that it was left", late);
      }
    }

    void hangUp() throws IOException {
      client.close();
      server.close();
    }
  }
}
