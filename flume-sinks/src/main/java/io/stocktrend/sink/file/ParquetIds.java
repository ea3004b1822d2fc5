package io.stocktrend.sink.file;

import io.stocktrend.record.Field;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;

/** Reads the one column of a Parquet file that the replay fence needs, a page at a time. */
final class ParquetIds {
  private ParquetIds() {}

  static void read(InputFile file, Encryption encryption, Consumer<String> ids) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder().withDecryption(encryption.forReading()).build();
    try (ParquetFileReader reader = ParquetFileReader.open(file, options)) {
      FileMetaData footer = reader.getFileMetaData();
      String id = Field.RECORD_ID.id();
      if (!footer.getSchema().containsField(id)) {
        return;
      }
      MessageType column =
          new MessageType(footer.getSchema().getName(), footer.getSchema().getType(id));
      reader.setRequestedSchema(column);
      for (PageReadStore rows = reader.readNextRowGroup();
          rows != null;
          rows = reader.readNextRowGroup()) {
        read(rows, column, footer.getCreatedBy(), ids);
      }
    } catch (RuntimeException e) {
      throw new IOException(Encryption.explain(e), e);
    }
  }

  private static void read(
      PageReadStore rows, MessageType column, String createdBy, Consumer<String> ids) {
    ColumnDescriptor descriptor = column.getColumns().get(0);
    ColumnReader values =
        new ColumnReadStoreImpl(rows, new Unused(), column, createdBy).getColumnReader(descriptor);
    for (long row = 0; row < rows.getRowCount(); row++) {
      if (values.getCurrentDefinitionLevel() == descriptor.getMaxDefinitionLevel()) {
        ids.accept(values.getBinary().toStringUsingUTF8());
      }
      values.consume();
    }
  }

  /** The column store asks for a converter, which reading value by value never calls. */
  private static final class Unused extends GroupConverter {
    @Override
    public Converter getConverter(int fieldIndex) {
      return new PrimitiveConverter() {};
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }
}
