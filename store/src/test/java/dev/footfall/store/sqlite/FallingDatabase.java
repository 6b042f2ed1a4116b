package dev.footfall.store.sqlite;

import dev.footfall.store.sql.Database;
import dev.footfall.store.sql.Statements;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/** A database that falls over after some steps; what was not committed then is undone. */
final class FallingDatabase implements Database {
  private final Database real;
  private int steps;
  private boolean fallen;

  FallingDatabase(Database real, int steps) {
    this.real = real;
    this.steps = steps;
  }

  boolean hasFallen() {
    return fallen;
  }

  @Override
  public <T> T use(Work<T> work) {
    return real.use(statements -> work.on(new Statements(falling(statements.connection()))));
  }

  @Override
  public <T> T transact(Work<T> work) {
    return use(statements -> statements.together(work));
  }

  private Connection falling(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              boolean isStep = method.getName().matches("prepareStatement|commit");
              if (isStep && steps-- == 0) {
                fallen = true;
                throw new SQLException("fallen");
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public void close() {
    real.close();
  }
}
