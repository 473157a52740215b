using CddFunctions.Benchmarks;

if (args is not ["store", var directory])
{
    Console.Error.WriteLine("usage: store DIRECTORY   (an empty directory on the disk to measure)");
    return 2;
}

await DocumentStore.RunAsync(directory);
return 0;
