export async function* benchDelivery(_home: string): AsyncGenerator<string> {}
