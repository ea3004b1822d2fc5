package io.stocktrend.client;

import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.record.NearestName;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Turns rows into records of a type whose components are named as the columns. */
final class RecordReader<T extends Record> {
  private final Constructor<T> constructor;
  private final List<String> columns;

  private RecordReader(Constructor<T> constructor, List<String> columns) {
    this.constructor = constructor;
    this.columns = columns;
  }

  static <T extends Record> RecordReader<T> of(Class<T> type, Table table) {
    List<String> known = table.columns().stream().map(Column::name).toList();
    List<String> columns = columns(type);
    for (String column : columns) {
      if (!known.contains(column)) {
        table.close();
        throw new ClientException(
            Fault.REQUEST,
            "%s needs the column '%s', which the answer lacks: %s"
                .formatted(type.getSimpleName(), column, NearestName.hint(column, known)));
      }
    }
    return new RecordReader<>(constructor(type), columns);
  }

  /** The columns of a record's components: {@code sma20} is {@code sma_20}. */
  static List<String> columns(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .map(name -> name.replaceAll("([a-z])([A-Z0-9])", "$1_$2").toLowerCase(Locale.ROOT))
        .toList();
  }

  private static <T extends Record> Constructor<T> constructor(Class<T> type) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record without its canonical constructor: " + type, e);
    }
  }

  T read(Row row) {
    Object[] values = columns.stream().map(row::get).toArray();
    for (int i = 0; i < values.length; i++) {
      requireFit(i, values[i]);
    }
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new ClientException(
          Fault.REQUEST,
          "%s refuses the row %s: %s".formatted(typeName(), row, e.getCause()),
          e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + typeName(), e);
    }
  }

  private void requireFit(int component, Object value) {
    Class<?> type = constructor.getParameterTypes()[component];
    boolean fits =
        value == null
            ? !type.isPrimitive()
            : MethodType.methodType(type).wrap().returnType().isInstance(value);
    if (!fits) {
      throw new ClientException(
          Fault.REQUEST,
          "%s has %s for the column '%s', which holds %s"
              .formatted(
                  typeName(),
                  type.getSimpleName(),
                  columns.get(component),
                  value == null ? "null" : value.getClass().getSimpleName()));
    }
  }

  private String typeName() {
    return constructor.getDeclaringClass().getSimpleName();
  }
}
